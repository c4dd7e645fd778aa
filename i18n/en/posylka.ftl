## Everything: shared words

name = posylka

## Commands: words of the domain

cli-status-none = not asked yet
cli-status-not-found = not found
cli-status-info-received = info received
cli-status-in-transit = in transit
cli-status-expired = expired
cli-status-available-for-pickup = ready to collect
cli-status-out-for-delivery = out for delivery
cli-status-delivery-failure = delivery failed
cli-status-delivered = delivered
cli-status-exception = exception
cli-sub-status-other = other
cli-sub-status-invalid-code = invalid number
cli-sub-status-picked-up = picked up by the carrier
cli-sub-status-departure = departed
cli-sub-status-arrival = arrived
cli-sub-status-customs-processing = at customs
cli-sub-status-customs-released = released by customs
cli-sub-status-customs-requiring-information = customs want information
cli-sub-status-no-body = nobody there
cli-sub-status-security = security
cli-sub-status-rejected = rejected
cli-sub-status-invalid-address = wrong address
cli-sub-status-returning = on its way back
cli-sub-status-returned = returned
cli-sub-status-damage = damaged
cli-sub-status-delayed = delayed
cli-sub-status-lost = lost
cli-sub-status-destroyed = destroyed
cli-sub-status-cancel = cancelled
cli-outcome-answered = answered
cli-outcome-no-news = no news yet
cli-outcome-unknown-number = does not know the number
cli-outcome-blocked = blocked us
cli-outcome-rate-limited = too many requests
cli-outcome-budget-spent = budget spent
cli-outcome-bad-key = key missing or refused
cli-outcome-malformed-number = refuses the number's form
cli-outcome-more-data-needed = wants more data
cli-outcome-too-large = answer too large
cli-outcome-temporary = could not be reached
cli-outcome-not-understood = answer not understood

## Commands: talk

cli-closed = closed by you ({ $status })
cli-days = { $days } d
cli-stale = stale
cli-protected = until { $day }
cli-withdrawn = [withdrawn]
cli-disagree = sources disagree
cli-no-events = No events yet.
cli-list-empty = No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
cli-list-none = No parcel matches.
cli-list-id = ID
cli-list-title = TITLE
cli-list-number = NUMBER
cli-list-status = STATUS
cli-list-silent = SILENT
cli-list-eta = EXPECTED
cli-list-protection = PROTECTED
cli-show-id = Id
cli-show-numbers = Numbers
cli-show-status = Status
cli-show-carrier = Carrier
cli-show-route = Route
cli-show-eta = Expected
cli-show-silent = Silent for
cli-show-protected = Protected until
cli-show-shop = Shop
cli-show-orders = Orders
cli-show-tags = Tags
cli-show-note = Note
cli-show-pinned = Only asked
cli-show-checked = Checked
cli-show-next = Next check
cli-add-already = { $number } is already in parcel { $id }.
cli-add-suspicious = { $number } looks mistyped: { $why }. Added as it is.
cli-edit-same = Nothing to change: { $name }.
cli-remove-question = Remove { $names }? [y/N]
cli-removed = { $count ->
    [one] Removed 1 parcel. `posylka undo` brings it back.
   *[other] Removed { $count } parcels. `posylka undo` brings back the last one.
}
cli-undone = Taken back: { $action }, { $name }.
cli-undone-add = added
cli-undone-edit = edited
cli-undone-archive = archived
cli-undone-restore = restored
cli-undone-remove = removed
cli-sync-offline = Offline: nobody was asked.
cli-sync-summary = { $checked ->
    [one] 1 check
   *[other] { $checked } checks
}, { $changed ->
    [one] 1 parcel changed
   *[other] { $changed } parcels changed
}, { $failed } failed.
cli-sync-paused-until = { $source } is left alone until { $until }: { $outcome }.
cli-sync-paused = { $source } is left alone until you act: { $outcome }.
cli-identify-nothing = unknown format
cli-identify-check-passed = check digit right
cli-identify-check-failed = check digit wrong
cli-identify-check-none = no check digit
cli-identify-meant = did you mean { $number }?
cli-identify-perhaps = perhaps { $number }
cli-fault-check-expected = as { $format } its check digit has to be { $digit }
cli-fault-check = as { $format } its check digit is wrong
cli-fault-issuer = as { $format } it ends in letters that belong to no post
cli-fault-missing = { $count ->
    [one] as { $format } it lacks 1 character
   *[other] as { $format } it lacks { $count } characters
}
cli-fault-extra = { $count ->
    [one] as { $format } it has 1 character too many
   *[other] as { $format } it has { $count } characters too many
}
cli-identify-or = or { $formats }

## Commands: sources

sources-id = ID
sources-name = NAME
sources-state = STATE
sources-budget = LEFT TODAY
sources-success = LAST SUCCESS
sources-failure = LAST FAILURE
sources-on = on
sources-off = off: switched off in the configuration
sources-needs = off: needs { $secret }. { $hint }
sources-paused = on, left alone: { $outcome } { $until }

## Commands: doctor

doctor-mark-well = ok
doctor-mark-doubtful = !!
doctor-mark-broken = BROKEN
doctor-terminal = Terminal
doctor-locale = Locale
doctor-clock = Clock
doctor-configuration = Configuration
doctor-database = Database
doctor-sources = Sources
doctor-all-well = Everything is in order.
doctor-works = It works, but see the lines marked with !!.
doctor-broken = Something is broken: see the lines marked BROKEN.
doctor-no-terminal = not on a terminal here; the commands work, the screen needs one
doctor-term = { $term }, { $columns }×{ $rows }
doctor-term-small = The screen is at its best from 60×15.
doctor-term-dumb = TERM is not set, or is "dumb": the screen cannot be drawn
doctor-term-dumb-hint = Set TERM, for example TERM=xterm-256color; the commands work without it.
doctor-locale-utf8 = UTF-8, speaking "{ $language }"
doctor-locale-other = the locale is not UTF-8: Cyrillic and Chinese letters will not be shown
doctor-locale-none = no locale is set
doctor-locale-hint = Set LANG, for example LANG=C.UTF-8.
doctor-clock-now = { $now }
doctor-clock-fixed = fixed at { $now }
doctor-clock-past = the clock shows { $now }, which is in the past
doctor-clock-hint = Set the system's clock: checks and protection depend on it.
doctor-config-read = { $file }
doctor-config-none = no file at { $file }; the defaults hold
doctor-secret-open = others can read { $file }, and it holds a secret
doctor-secret-missing = { $file } cannot be read: { $why }
doctor-secret-missing-hint = Correct the …_file key, or write the secret into that file.
doctor-chmod = Run: chmod { $mode } { $file }
doctor-stranger = { $name } is set in the environment, but means nothing here
doctor-db-none = none yet; { $file } is made with the first parcel
doctor-db = { $file }: { $active } active, { $archived } archived
doctor-db-open = others can read { $file }
doctor-db-wal = write-ahead log in use
doctor-db-no-wal = the file system refuses the write-ahead log (journal mode: { $mode })
doctor-db-no-wal-hint = It works, but slower; put the data directory on a local disk with --data-dir.
doctor-db-whole = integrity check passed
doctor-db-damaged = integrity check failed: { $why }
doctor-db-chain = { $count ->
    [one] 1 kept answer, its hash is right
   *[other] { $count } kept answers, their hashes are right
}
doctor-db-chain-broken = the kept answer { $id } is not what it was when it came
doctor-db-chain-hint = Evidence from that answer on cannot be trusted; put back a copy of the database if you have one.
doctor-offline = offline: nobody is asked
doctor-offline-hint = Leave out --offline, or unset POSYLKA_OFFLINE.
doctor-sources-none = no source is on: nobody can be asked
doctor-sources-none-hint = Take out `enabled = false` for a source, or give one its key; see `posylka sources`.
doctor-source-on = { $name }: on
doctor-source-off = { $name }: switched off
doctor-source-needs = { $name }: off until [sources.{ $id }] has { $secret }
doctor-source-paused = { $name }: left alone, { $outcome }
doctor-source-wait = It is asked again after { $until }.
doctor-source-act = See `posylka sources` for what it wants.

## Commands: errors

error-line = posylka: { $what }
error-hint = hint: { $hint }
error-output = the output could not be written: { $why }
error-no-screen = the screen is not part of this build.
error-no-screen-hint = Use the commands; `posylka --help` lists them.
error-unknown-parcel = there is no parcel with the number or id "{ $key }".
error-unknown-parcel-hint = `posylka list` shows the parcels, `posylka list --archived` those put away.
error-date = "{ $text }" is not a day.
error-date-hint = Write it as 2026-12-31.
error-unknown-source = there is no source "{ $id }".
error-unknown-source-hint = `posylka sources` lists them.
error-number = "{ $number }" cannot be a track number: { $why }.
error-number-hint = A track number has 5 to 50 Latin letters and digits; spaces and dashes do not matter.
error-number-empty = it is empty
error-number-short = it has fewer than 5 characters
error-number-long = it has more than 50 characters
error-number-character = it holds something other than Latin letters and digits
error-number-digit = it has no digit
error-no-numbers = there is no track number in that text.
error-no-numbers-hint = Name a number itself: posylka add NUMBER.
error-input = standard input could not be read: { $why }.
error-input-hint = Give the text through a pipe or a file: posylka add - < mail.txt
error-edit-nothing = nothing is to be changed.
error-edit-nothing-hint = Say what: --title, --shop, --order, --protected-until, --source, --close or --reopen.
error-kept = nothing was removed.
error-kept-hint = Answer y, or say --yes.
error-undo-nothing = there is nothing to take back.
error-undo-nothing-hint = Adding, editing, archiving, restoring and removing can be taken back for 7 days.
error-no-answer = { $source } has not answered yet.
error-no-answer-hint = `posylka sync` asks what is due.
error-store-newer = the database was written by a newer posylka (version { $found }, this one knows { $known }); it was left untouched.
error-store-newer-hint = Update posylka, or choose another directory with --data-dir.
error-store-foreign = the database file is not a posylka database; it was left untouched.
error-store-foreign-hint = Move the file away, or choose another directory with --data-dir.
error-store-read-only = the database cannot be written.
error-store-read-only-hint = Check the permissions of the data directory, or choose another one with --data-dir.
error-store-full = the disk is full; nothing was changed.
error-store-full-hint = Free some space and try again.
error-store-busy = the database is busy: another program has held it for more than 5 seconds.
error-store-busy-hint = Try again in a moment.
error-store-corrupt = the database file is damaged.
error-store-corrupt-hint = Put back a copy, or move the file away and start anew.
error-store-other = the database failed: { $why }
error-store-other-hint = `posylka doctor` looks at it closely.

## Commands: mistakes in the configuration

config-place = { $place }: { $what }
config-line = { $file }, line { $line }
config-unreadable = cannot be read: { $why }
config-syntax = not valid TOML: { $what }
config-unknown-key = there is no key "{ $key }".
config-unknown-source = there is no source "{ $id }".
config-wrong-value = "{ $key }" cannot be { $value }.
config-wrong-secret = "{ $key }" has a wrong value.
config-two-ways = "{ $first }" and "{ $second }" are both set.
config-keep-one = Keep one of the two.
config-no-home = neither a home directory nor an XDG directory is known.
config-no-home-hint = Set HOME, or name both --config and --data-dir.
config-did-you-mean = Did you mean { $right }?
config-see-keys = docs/configuration.md lists the keys.
config-see-sources = `posylka sources` lists the sources; other names are not known.
config-wanted-one-of = It has to be one of: { $words }.
config-wanted-whole = It has to be a whole number from { $least } to { $most }.
config-wanted-country = It has to be a country in two letters, such as "RU".
config-wanted-switch = It has to be true or false, without quotes.
config-wanted-url = It has to be an address such as "https://example.org".
config-wanted-proxy = It has to be an address such as "socks5h://127.0.0.1:1080" or "http://proxy:3128".
config-wanted-text = It has to be a text in quotes, and not an empty one.
config-wanted-table = It has to be a section with keys of its own.
config-wanted-bit = It has to be 1 or 0.
config-wanted-time = It has to be a time such as 2026-11-23T12:00:00Z.
