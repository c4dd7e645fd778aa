## Everything: shared words

name = posylka

## Screen: dates, ages, counts. English stays ASCII, for terminals that know nothing else.

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
date-short = { $day } { $month }
date-long = { $day } { $month } { $year }
date-range = { $from }{ $dash }{ $to }
date-month = { $month } { $year }
date-none = undated
date-today = today
date-tomorrow = tomorrow
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
age-now = now
age-minutes = { $n } min
age-hours = { $n } h
age-days = { $n } d
ago-now = just now
ago-minutes = { $n } min ago
ago-hours = { $n } h ago
ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
days-range = { $to ->
    [one] { $from }-{ $to } day
   *[other] { $from }-{ $to } days
}

## Screen: statuses

status-none = not checked yet
status-not-found = not found yet
status-info-received = label created
status-in-transit = on the way
status-available-for-pickup = ready to collect
status-ready-until = ready, until { $date }
status-ready-free = ready, free until { $date }
status-free = free until { $date }
status-kept = was kept until { $date }
status-out-for-delivery = with the courier
status-delivery-failure = delivery failed
status-delivered = delivered
status-exception = problem
status-expired = too long on the way
status-quiet = { $status }, quiet { $n } d
status-too-long = { $status } too long
status-no-number-long = shop sent no number
status-not-found-long = not found anywhere yet
status-not-collected = not collected for { $n } d
status-not-reached = not all sources reached
status-snoozed = snoozed until { $date }
status-snoozed-short = until { $date }
status-closed = closed by you
sub-status-invalid-code = number not valid
sub-status-picked-up = accepted by carrier
sub-status-departure = left origin
sub-status-arrival = in destination country
sub-status-customs-processing = at customs
sub-status-customs-released = cleared customs
sub-status-customs-requiring-information = customs is waiting for you
sub-status-no-body = nobody at home
sub-status-security = held for a check or fee
sub-status-rejected = refused
sub-status-invalid-address = wrong address
sub-status-returning = going back to sender
sub-status-returned = returned to sender
sub-status-damage = damaged
sub-status-delayed = delayed
sub-status-lost = lost
sub-status-destroyed = destroyed
sub-status-cancel = cancelled
outcome-answered = answered
outcome-no-news = knows it, no news yet
outcome-unknown-number = does not know the number
outcome-blocked = wants a captcha
outcome-refused = refuses to answer
outcome-wrong-address = nothing answers at its address
outcome-secret-unavailable = not asked: its key cannot be had
outcome-rate-limited = asks us to slow down
outcome-budget-spent = no requests left
outcome-bad-key = does not accept the key
outcome-malformed-number = does not accept this number
outcome-more-data-needed = wants more data
outcome-too-large = answer too large
outcome-temporary = no answer for now
outcome-not-understood = answer not understood
trouble-offline = not asked: offline
trouble-timed-out = no answer within { $n } s
trouble-name-not-found = not reached: its name was not found (DNS)
trouble-connection-refused = not reached: the connection was refused
trouble-unreachable = not reached: no way to its network
trouble-cannot-connect = not reached: no connection
trouble-broke-off = the connection broke off before an answer came
trouble-proxy = not reached: no connection through the proxy
trouble-proxy-password = not reached: the proxy wants a name and a password
trouble-proxy-address = not asked: the proxy's address is not understood
trouble-proxy-scheme = not asked: the proxy in the environment begins with socks://; write socks5h://
trouble-untrusted = not asked: nobody trusted signed its certificate (TLS)
trouble-self-signed = not asked: its certificate is signed by itself (TLS)
trouble-certificate-expired = not asked: its certificate has expired, or this clock is wrong (TLS)
trouble-certificate-not-yet-valid = not asked: its certificate is not valid yet, or this clock is wrong (TLS)
trouble-certificate-of-another = not asked: its certificate is for another name (TLS)
trouble-tls = not asked: no encrypted connection (TLS)
trouble-http-legal = does not answer here for legal reasons (HTTP 451)
trouble-http-refused = refuses to answer (HTTP { $status })
trouble-http-broken = out of order (HTTP { $status })
trouble-http-odd = answered HTTP { $status }, which tells nothing
trouble-out-of-order = shows a page that says it is out of order
trouble-page = sent a web page in place of data
trouble-moved = has moved to another address (HTTP { $status }); see base_url
trouble-nothing-there = nothing is at its address (HTTP { $status }); see base_url
trouble-too-many-redirects = sends us from address to address without end
trouble-bad-address = not asked: its base_url is no address
trouble-command-code = not asked: the command for its key ended with exit code { $code }
trouble-command-signal = not asked: the command for its key was killed
trouble-command-timed-out = not asked: the command for its key gave nothing within { $n } s
trouble-command-not-run = not asked: the command for its key cannot be run
trouble-command-empty = not asked: the command for its key printed an empty line
trouble-command-too-long = not asked: the command for its key printed too much
trouble-file-missing = not asked: the file with its key is not there
trouble-file-denied = not asked: the file with its key may not be read
trouble-file-empty = not asked: the file with its key is empty
trouble-file-timed-out = not asked: the file with its key gave nothing within { $n } s
trouble-file-unreadable = not asked: the file with its key cannot be read

## Screen: header, list, bottom line

header-on-the-way = { $n } on the way
header-ready = { $n } to collect
header-stuck = { $n } stuck
header-quiet = { $n } quiet
header-news = { $n } new
header-trouble = { $n } not delivered
header-waiting = { $n } waiting
header-finished = { $n } done
sort-urgency = by urgency
sort-title = by title
sort-status = by status
sort-silence = longest without news
sort-number = by number
sort-eta = by expected day
sort-protection = by protection
sort-changed = newest news first
sort-added = newest first
list-title-archived = Archived
head-parcel = Parcel
head-status = Status
head-news = News
head-expected = Expected
head-dispute = Dispute by
head-carrier = Carrier
head-number = Tracking number
row-order = order { $code }
row-asking = asking
expected-late = overdue
expected-by = by { $date }
dispute-over = over
list-filter = filter: { $text }
list-loading = Reading ...
list-empty = No parcels yet.
list-empty-add = Press { $key } and type or paste a tracking number.
list-empty-paste = Any text with numbers in it will do.
list-empty-demo = To look around first: posylka demo
list-empty-archived = Nothing is archived. { $key } goes back.
list-no-match = Nothing matches "{ $text }".
list-no-match-clear = Esc clears the filter.
small-screen = The window is too small: 30x8 at least.
bottom-checking = checking: { $done } of { $total } answers
bottom-trouble = { $source } { $outcome }
bottom-trouble-until = { $source } { $outcome }, next try { $time }
bottom-fresh = everything checked
bottom-fresh-next = everything checked, next check in { $time }
bottom-next = next check in { $time }
bottom-unasked = { $count } not asked yet
bottom-unasked-next = { $count } not asked yet, next check in { $time }
bottom-offline = offline: no source is contacted
bottom-demo = demo
bottom-broken = not saving: { $what }
notice-added = { $n ->
    [one] Added: { $name }
   *[other] Added { $n } parcels
}
notice-already = Already there: { $name }
notice-edited = Saved: { $name }
notice-archived = Archived: { $name }
notice-restored = Back from the archive: { $name }
notice-removed = Removed: { $name }
notice-undo = { $key } undoes it
notice-undone-add = { $n ->
    [one] Not added after all: { $name }
   *[other] Not added after all: { $n } parcels
}
notice-undone-edit = Edit undone: { $name }
notice-undone-archive = Back from the archive: { $name }
notice-undone-restore = Archived again: { $name }
notice-undone-remove = Brought back: { $name }
notice-imported = Imported: { $name }
notice-snoozed = Snoozed: { $name }
notice-woken = No longer snoozed: { $name }
notice-undone-import = { $n ->
    [one] Import taken back: { $name }
   *[other] Import taken back: { $n } parcels
}
notice-nothing-to-undo = Nothing to undo
notice-nothing-to-redo = Nothing to make again
notice-redo = { $key } makes it again
notice-unknown-key = "{ $key }" does nothing here; { $help } shows all keys
notice-unknown-key-meant = "{ $key }" does nothing here; { $does }: { $other }
notice-unknown-answer = "{ $key }" is no answer: { $yes } yes, { $no } no
notice-copied = Sent to the terminal's clipboard: { $text }
marking-hint = Mark it with the mouse. Esc: back
marking-needed = It does not get through to the clipboard from here: mark it with the mouse. Esc: back
marking-page = { $page }/{ $pages }, Space: on.
notice-no-number = No tracking number yet: { $key } enters it
notice-no-page = No source has a page for this number yet
notice-packing = Putting the evidence together
notice-evidence = Evidence written: { $file }
notice-evidence-broken = Evidence, though kept answer { $id } was changed: { $file }
notice-nothing-to-snooze = Nothing more is to come of it: there is nothing to snooze
notice-offline = Offline: no source is contacted
notice-checked-nothing = Checked: nothing new
notice-checked-news = Checked: { $n } with news
notice-not-checked = Could not check: { $why }
notice-no-news = No news since you last looked
notice-already-received = Already received or closed
notice-received = { $date ->
    [none] Received: { $name }
   *[other] Received: { $name }; a dispute can be opened until { $date }
}
notice-no-step = There is no step { $n } here
notice-fix-key = Put the right key of { $source } into the configuration; "posylka doctor" tells where it is

## Screen: detail

detail-loading = Reading ...
detail-no-number = No tracking number yet. Press { $key } to enter it.
detail-on-the-way = { $n ->
    [one] { $n } day on the way
   *[other] { $n } days on the way
}
detail-took = { $n ->
    [one] took { $n } day
   *[other] took { $n } days
}
detail-eta = expected { $date }
detail-eta-by = expected { $date } ({ $source })
detail-eta-by-shop = expected by { $date }, says the shop
detail-protection = { $n ->
    [one] Protection ends in { $n } day, { $date }.
   *[other] Protection ends in { $n } days, { $date }.
}
detail-protection-preset = Worked out from the preset { $name }; the shop has not said so.
detail-dispute-by = Open a dispute by { $date }.
detail-after-delivery = A dispute can be opened until { $date }: { $n ->
    [one] { $n } day
   *[other] { $n } days
} after the delivery, by the settings and not by the shop's word.
detail-after-confirmation = A dispute can be opened until { $date }: { $n ->
    [one] { $n } day
   *[other] { $n } days
} after you confirmed it, by the settings and not by the shop's word.
detail-protection-today = Protection ends today.
detail-protection-over = Protection ended { $date }.
detail-snooze-overruled = Snoozed until { $date }, but this cannot wait.
detail-more-steps = { $n ->
    [one] { $n } more step: Enter
   *[other] { $n } more steps: Enter
}
detail-news = News: { $now }; before: { $was }.
detail-more-events = { $n } more
detail-no-answer = Checked { $ago }: no source could be reached.
detail-usual = Time without news here: { $usual }.
detail-from = from { $country }
detail-to = to { $country }
detail-carrier = Carrier: { $text }
detail-service = Service: { $text }
detail-last-mile = Last mile: { $text }
detail-shop = Shop: { $text }
detail-orders = Orders: { $text }
detail-order = Order: { $text }
detail-tags = Tags: { $text }
detail-note = Note: { $text }
detail-archived = Archived { $date }.
detail-closed = Closed by you { $date }.
detail-disagree = Sources disagree: { $who }.
detail-claim = { $source } says { $status }
detail-checked = checked { $ago }
detail-data-from = Last good answer { $date }; the check { $ago } failed.
detail-trouble = { $source }: { $outcome }
detail-trouble-next = { $source }: { $outcome }, next try { $time }
detail-gap = { $n ->
    [one] { $n } day without news
   *[other] { $n } days without news
}
detail-no-events = No events yet.
detail-withdrawn = no longer listed since { $date }
detail-contradicts = { $source } says: { $status }
detail-zone-hint = { $mark } after a time: the carrier did not say in which zone.

## Screen: dialogs

add-title = Add parcels
add-numbers = Numbers
add-name = Title
add-go-to = Enter: go to it
add-nothing = Type or paste a number, several, a list with titles, or a whole order mail.
add-number = { $number }: tracking number
add-number-format = { $number }: { $format }
add-near-check = { $number }: like { $format }, but the check digit does not fit
add-near-issuer = { $number }: like { $format }, but no post has these last letters
add-near-missing = { $number }: like { $format }, but { $n ->
    [one] { $n } character is missing
   *[other] { $n } characters are missing
}
add-near-extra = { $number }: like { $format }, but { $n ->
    [one] { $n } character too many
   *[other] { $n } characters too many
}
add-order = Order { $order }: no tracking number here. Added, it waits for its number.
add-pasted = pasted text, { $n ->
    [one] 1 line
   *[other] { $n } lines
}
add-left = { $number } looks like a number, but no format is known for it. Space takes it.
add-over = { $number }: the text says that this order is over. Space takes it all the same.
add-not-taken = { $n ->
    [one] 1 piece looks like a number and is not taken: Down, then Space takes it.
   *[other] { $n } pieces look like numbers and are not taken: Down, then Space takes one, a all.
}
add-row-already = there already: { $name }
add-row-over = the order is over
add-row-not-taken = not taken: no known format
add-row-order = an order, no tracking number yet
add-row-corrected = was { $text }
add-row-near = like { $format }, with a mistake
add-fact-order = order { $order }
add-fact-protected = protected until { $date }
add-fact-expected = expected by { $date }
add-choice-typed = as typed
add-choice-look-alike = a letter of another alphabet
add-choice-layout = typed in the Russian layout
add-choice-confused = a letter for a digit, or a digit for a letter
add-choice-country = another country at the end
add-choice-doubled = without the doubled character
add-choice-swapped = two neighbours swapped
add-choice-mistyped = one character is another
add-choice-missing = with a character that was left out
add-choice-extra = without one character
add-already = { $number } is there already: { $name }
add-wrong-empty = { $text }: nothing in it
add-wrong-short = { $text }: too short, 5 characters at least
add-wrong-long = { $text }: too long for a tracking number
add-wrong-character = { $text }: a tracking number has Latin letters and digits only
add-wrong-digit = { $text }: a tracking number has digits
add-count = { $n ->
    [0] Enter: nothing to add yet
    [one] Enter adds { $n } parcel
   *[other] Enter adds { $n } parcels
}
edit-dialog = Edit: { $name }
edit-field-title = Title
edit-field-number = Another tracking number
edit-field-shop = Shop
edit-field-orders = Orders
edit-field-ordered = Ordered
edit-field-shipped = Shipped
edit-field-received = Received
edit-field-protection = Protected until
edit-field-stale-after = Stuck after (days)
edit-field-note = Note
edit-field-tags = Tags
edit-list-hint = Several, separated by commas.
edit-date-hint = Until which day? 26 Dec, or how many days are left: 30d. Counted from shipping: +75; from there on: { $presets }; +14 behind a date extends it.
edit-past-hint = A day: 3 Nov, 03.11, yesterday, 5d for 5 days ago.
edit-received-hint = The day on which you confirmed it; "-": it never came, although a source says so.
edit-of-order = Of the order { $order }.
edit-number-hint = A tracking number of this parcel, as soon as the shop names it.
edit-number-bad = This cannot be a tracking number.
edit-no-order-date = This counts from the order: say above when it was placed.
edit-no-shipping-date = This counts from the shipping: say above when that was.
edit-date-bad = Not a date. Like this: 26 Dec, 26.12, 30d, +75 or { $presets }.
day-not-understood = Not a date. Like this: 26 Nov, 26.11, 2026-11-26, 5d.
day-no-such = There is no such date.
day-two-ways = Day or month first? Write it as 3 Apr or 2026-04-03.
day-to-come = That day is still to come.
day-past = That day is over. Give one that is still to come.
edit-days-hint = Silent days until it is stale, 1 to 365; empty: { $n } by the settings.
edit-days-bad = Not a number of days from 1 to 365.
snooze-dialog = Snooze: { $name }
snooze-field = Until
snooze-hint = 26 Nov, 26.11, 7d, tomorrow. Empty: not snoozed.
snooze-until = Left alone until { $date }. News wakes it at once, and so does a protection that is about to end.
snooze-overruled = It would be shown before { $date } all the same: its protection or its free storage is about to end.
confirm-title = Sure?
confirm-remove = Remove "{ $name }"?
confirm-keys = { $yes } removes it ({ $undo } brings it back), { $no } keeps it
confirm-archive = Archive "{ $name }"?
confirm-archive-protection = { $n ->
    [0] Its protection ends today. Nothing in the archive reminds you of a dispute.
    [one] Its protection lasts until { $date }, 1 more day. Nothing in the archive reminds you of a dispute.
   *[other] Its protection lasts until { $date }, { $n } more days. Nothing in the archive reminds you of a dispute.
}
confirm-archive-keys = { $yes } archives it ({ $undo } brings it back), { $no } keeps it in the list
confirm-undo-add = { $n ->
    [one] Take back that "{ $name }" was added ({ $when })?
   *[other] Take back that { $n } parcels were added ({ $when })?
}
confirm-undo-import = { $n ->
    [one] Take back the import of "{ $name }" ({ $when })?
   *[other] Take back the import of { $n } parcels ({ $when })?
}
confirm-undo-edit = Take back the change of "{ $name }" ({ $when })?
confirm-undo-archive = Take "{ $name }" out of the archive again (archived { $when })?
confirm-undo-restore = Take back the return of "{ $name }" ({ $when })?
confirm-undo-remove = Bring back "{ $name }" (removed { $when })?
confirm-undo-answered = { $n ->
    [one] It leaves the list, with what its sources have told.
   *[other] { $n } of them leave the list with what their sources have told.
}
confirm-undo-keys = { $yes } takes it back ({ $redo } makes it again), { $no } leaves it
barcode-title = For the counter
pages-title = Look it up: { $name }
barcode-title-of = For the counter: number { $place } of { $count }
help-title = Keys
help-place-panes = Main screen
help-place-filter = Filter
help-place-add = Adding
help-place-add-table = Adding: the table
help-place-edit = Editing
help-place-snooze = Snooze
help-place-confirm = Questions
help-place-barcode = Barcode
help-place-pages = Tracking sites
help-place-help = This list
help-place-marking = At a text to be marked
help-place-everywhere = Everywhere
help-marks = Marks
help-mark-stale = stuck: no news for too long
help-mark-quiet = quiet for long, which is still normal there
help-mark-ready = ready to collect
help-mark-trouble = something went wrong
help-mark-out = with the courier
help-mark-moving = on the way
help-mark-waiting = label created, or not found yet
help-mark-unasked = not checked yet
help-mark-snoozed = snoozed by you
help-mark-done = delivered
help-mark-ended = finished: returned, lost or closed
help-mark-assumed = before a date: assumed, the shop has not said so
help-mark-disagree = sources disagree
help-mark-failing = a source is not answering
help-mark-news = changed since you looked
help-mark-zone = after a time: time zone unknown
help-layout = The same keys work in the Russian layout. Where Ctrl is lost with it, use the other key.

## Screen: keys

key-add = add a number, many, or any text with numbers
key-check = check this parcel now
key-check-all = check everything now
key-filter = filter by title, number, shop, place
key-edit = edit title, shop, orders, protection, note
key-help = this list of keys
key-quit = quit
key-down = down
key-up = up
key-top = to the top
key-bottom = to the bottom
key-page-down = a page down
key-page-up = a page up
key-half-down = half a page down
key-half-up = half a page up
key-open = to the parcel
key-back = to the list
key-other-pane = to the other pane
key-do-step = do the step of that number
hint-do-step = do
key-next-news = to the next parcel with news
hint-next-news = next news
key-mark-all-seen = mark all news as seen
key-received = it has come: mark as received today
hint-received = received
hint-back = back
key-next-parcel = to the next parcel
key-previous-parcel = to the previous parcel
key-sort = sort in another way
key-archive = archive, or take out of the archive
key-snooze = snooze until a day, or wake up
key-show-archived = show the archive, or back
key-delete = remove; asks first
key-undo = undo the last change
key-redo = make again what was undone last
key-copy-number = copy the number
key-mark = show the number alone, to mark it with the mouse
key-copy-page = pages where the number can be looked up, to copy
key-barcode = show the number as barcode and QR
key-evidence = write the evidence for a dispute into a file
key-next-number = next number
key-page-copy = copy the address
key-page-mark = show the address alone, to mark it with the mouse
key-previous-number = previous number
key-clear = back: to the list, clear the filter, leave the archive
key-filter-keep = keep the filter
key-filter-clear = clear the filter
key-add-submit = add
key-add-down = into the table; of one number the next that may be meant
key-add-up = the previous of the numbers that may be meant
key-add-switch = add this row, or leave it out
key-add-switch-all = add all rows, or none
key-add-choose = the next number that may be meant in this row
key-add-choose-previous = the previous number that may be meant in this row
key-next-field = next field
key-previous-field = previous field
key-cancel = close without a change
key-edit-submit = save
key-snooze-submit = snooze
key-yes = yes
key-no = no
key-barcode-size = larger or smaller, where there is room
key-help-close = close
key-help-down = down
key-help-up = up
key-suspend = suspend, like any program
hint-add = add
hint-add-choose = choose
hint-add-switch = yes/no
hint-add-switch-all = all
hint-check = check
hint-filter = filter
hint-edit = edit
hint-help = help
hint-quit = quit
hint-sort = sort
hint-archive = archive
hint-undo = undo
hint-filter-keep = keep
hint-filter-clear = clear
hint-next-field = next
hint-cancel = cancel
hint-save = save
hint-snooze = snooze
hint-yes = yes
hint-no = no
hint-next-number = next number
hint-copy = copy
hint-barcode-size = size
hint-close = close
hint-scroll = scroll

key-letter = write a message to the seller or the carrier
key-letters = show the messages you have written
key-letter-send = copy the message, and keep it in the log
key-letter-keep = keep it in the log without copying
key-letter-mark = show the message alone, to mark it with the mouse
key-letter-close = close; what you changed stays with the parcel
key-letter-next = what to write about: next
key-letter-previous = what to write about: previous
key-letter-addressee = seller or carrier
key-letter-language = another language
key-letter-beside = translation, or the message
key-letter-outside = edit in your own editor (VISUAL, EDITOR)
key-letter-afresh = reset to the draft, or back to your version
hint-letter = message
hint-letter-send = copy
hint-letter-beside = translation
hint-letter-outside = editor
hint-letter-afresh = draft
help-place-letter = Writing a message
help-place-letters = Written messages

## Screen and commands: advice

advice-line = { $action }: { $reason }
advice-situation-no-number-yet = { $days } without a tracking number from the shop (normal: up to { $normal }).
advice-normal-parcel = { $days }, set for this parcel
advice-normal-setting = { $days }, your setting
advice-normal-experience = { $days }; { $usual }
advice-usual = usually { $days }, { $parcels }
advice-parcels-route = { $n ->
    [one] { $n } parcel on this route
   *[other] { $n } parcels on this route
}
advice-parcels-destination = { $n ->
    [one] { $n } parcel to this country
   *[other] { $n } parcels to this country
}
advice-parcels-all = { $n ->
    [one] { $n } delivered parcel
   *[other] { $n } delivered parcels
}
advice-situation-unknown-number = Not found for { $days } (a new number usually takes up to { $normal }).
advice-situation-number-mistyped = The number looks like it has a typo.
advice-situation-nobody-asked = No source has been asked about it yet.
advice-situation-announced-only = The label was created, then { $days } without news: the carrier does not have it yet (normal: up to { $normal }).
advice-situation-stuck-at-origin = { $days } without news since the first scan (normal: up to { $normal }).
advice-situation-stuck-in-transit = { $days } without news on the way (normal: up to { $normal }).
advice-situation-stuck-on-line-haul = { $days } without news since it left the country (normal: up to { $normal }).
advice-situation-past-the-border = { $days } without news; this service is not tracked beyond the border (normal: up to { $normal }).
advice-situation-stuck-at-customs = { $days } without news at customs (normal: up to { $normal }).
advice-situation-stuck-after-customs = { $days } without news in the destination country (normal: up to { $normal }).
advice-situation-stuck-with-courier = { $days } with the courier (normal: up to { $normal }).
advice-situation-customs-wants-papers = Customs needs something from you.
advice-situation-held = Held for a check or a fee.
advice-situation-ready-for-pickup = Ready for you to collect.
advice-situation-pickup-overdue = Ready to collect for { $days }.
advice-situation-storage-ending = Ready to collect, and storage ends soon.
advice-situation-storage-over = Not collected in time: storage has ended.
advice-situation-delivery-failed = The delivery attempt failed.
advice-situation-wrong-address = The address is wrong or incomplete.
advice-situation-going-back = On its way back to the sender.
advice-situation-damaged = Damaged on the way.
advice-situation-problem = Something went wrong on the way.
advice-situation-ended-undelivered = It will not arrive any more.
advice-situation-delivered-disputed = One source says delivered, another says it is not.
advice-situation-delivered-missing = Marked as delivered, but you have not received it.
advice-situation-sources-disagree = The sources contradict each other.
advice-situation-expected-too-late = Expected only after the protection ends.
advice-situation-protection-ending = Still on the way, and the protection ends soon.
advice-situation-key-refused = { $about } does not accept the key.
advice-situation-key-unavailable = The key of { $about } cannot be had.
advice-situation-data-wanted = { $about } needs more than the number.
advice-situation-number-refused = { $about } does not accept this number.
advice-situation-sources-blocked = No source can be asked now: { $about } turns us away.
advice-situation-sources-failing = No source tells anything now: { $about } gives no usable answer.
advice-action-wait = { $date ->
    [none] Wait (snooze)
   *[other] Wait until { $date } (snooze)
}
advice-action-check-number = { $about ->
    [none] Copy the number, compare with the order
   *[other] Copy the number, compare with the order ({ $about }?)
}
advice-action-check-now = Ask the sources now
advice-action-ask-sources = Ask more sources ({ $about })
advice-action-open-pages = Look it up on { $about }
advice-action-ask-seller = Write to the seller
advice-action-ask-extension = Ask for longer protection
advice-action-ask-carrier = { $about ->
    [none] Write to the post or courier there
   *[other] Write to { $about }
}
advice-action-answer-customs = Papers or payment: open the pages
advice-action-collect = { $date ->
    [none] Collect it (barcode)
   *[other] Collect it by { $date } (barcode)
}
advice-action-open-dispute = { $date ->
    [none] Open a dispute (evidence)
   *[other] Open a dispute by { $date } (evidence)
}
advice-action-fix-key = Correct the key of { $about } in the configuration
advice-action-wait-for-source = { $date ->
    [none] Wait for { $about }
   *[other] Wait for { $about } until { $date }
}
advice-reason-still-normal = this long without news is still normal
advice-reason-snoozed = you snoozed it
advice-reason-shows-late = a new number often shows up only after 7-10 days
advice-reason-to-border-only = this service is tracked only to the border
advice-reason-check-digit = the check digit does not match
advice-reason-issuer = no postal service uses these last letters
advice-reason-length = it is too short or too long
advice-reason-form-refused = tracking numbers look different there
advice-reason-nobody-knows = no source finds it
advice-reason-never-asked = no source has been asked yet
advice-reason-not-yet-asked = on, but not asked about it yet
advice-reason-check-fits = the check digit matches, so it was copied correctly; is it the right number?
advice-reason-switched-off = off, or without a key
advice-reason-pinned = this parcel asks only the sources you chose
advice-reason-may-know-more = others may know more
advice-reason-no-number = the shop has not sent a tracking number
advice-reason-not-handed-over = it may not have been shipped yet
advice-reason-silent-too-long = no news for too long
advice-reason-customs-ask = customs asked for information
advice-reason-held-for-fee = it stays there until then
advice-reason-goes-back = uncollected parcels are sent back
advice-reason-storage-costs = storage is charged after that
advice-reason-storage-over = it may be on its way back already
advice-reason-new-attempt = you can arrange another delivery
advice-reason-bad-address = the address needs correcting
advice-reason-on-its-way-back = ask for a replacement or a refund
advice-reason-is-damaged = with photos of parcel and goods
advice-reason-went-wrong = nobody says what happened
advice-reason-will-not-come = you are due your money back
advice-reason-said-delivered = who received it, and when?
advice-reason-contradiction = to find out which is right
advice-reason-protection-ends = protection ends
advice-reason-too-late = it may arrive after protection ends
advice-reason-protection-over = protection has ended
advice-reason-key-bad = without it there are no answers
advice-reason-key-missing = unlock it, or see the command or file in the configuration
advice-reason-wants-more = it wants a postcode, a phone number or the like
advice-reason-blocked = this usually clears up by itself
advice-reason-quota-used-up = no requests left for now
advice-reason-unreachable = it is down, or its answers make no sense
advice-severity-info = good to know, waiting is enough
advice-severity-act = something is to be done
advice-severity-urgent = now: a chance ends soon

## Screen and commands: messages; what they themselves say is in message.ftl
message-situation-no-number = no tracking number yet
message-situation-not-shipped = not handed over to a carrier
message-situation-not-tracked = the number is not tracked
message-situation-wrong-number = the number looks mistyped
message-situation-stuck = no news for long
message-situation-at-customs = at customs
message-situation-customs-papers = customs want papers
message-situation-held = held for a check or a fee
message-situation-hold-longer = where to collect it, and keep it longer
message-situation-delivery-failed = the delivery failed
message-situation-wrong-address = the address is wrong
message-situation-going-back = on its way back
message-situation-damaged = damaged
message-situation-problem = something went wrong
message-situation-not-coming = it will not come
message-situation-not-received = delivered, but not received
message-situation-contradiction = sources contradict each other
message-situation-extend = please extend the protection
message-to-seller = to the seller
message-to-carrier = to the carrier
message-in-english = in English
message-in-chinese = in Chinese
message-in-russian = in Russian
message-how-copied = sent to the clipboard
message-how-noted = written down
message-how-printed = printed
message-headline = { $date }, { $to }, { $language }: { $about } ({ $how })
letter-title = Message about { $name }
letter-changed = You changed it; { $key } shows the draft.
letter-empty = There is no text to send.
letter-beside = What it says, as drafted:
letter-no-editor = No editor is set: put one into VISUAL or EDITOR, for example EDITOR=nano.
letter-editor-failed = { $editor } failed ({ $why }); the message is as it was.
letter-file-failed = The file for the editor cannot be used ({ $why }); the message is as it was.
letters-title = Messages about { $name }
detail-wrote = { $more ->
    [0] Wrote { $to } on { $date }: { $about } (M)
    [one] Wrote { $to } on { $date }: { $about }, and { $more } message more (M)
   *[other] Wrote { $to } on { $date }: { $about }, and { $more } messages more (M)
}
detail-unsent = Not sent yet: a message { $to }, { $about } (m)
notice-letter-copied = Sent to the clipboard, and kept in the log: message { $to }
notice-letter-kept = Kept in the log: message { $to }
notice-no-letters = No message was kept about it; m writes one
cli-message-same = The same message is in the log already.
error-message-to = nobody is called "{ $text }" here.
error-message-about = there is no situation "{ $text }".
error-message-numbered = { $about } is about an order without a tracking number, and this parcel has one.
error-message-numbered-hint = Is it wrong? Then --about { $instead }.
error-message-nobody = a message about { $about } does not go to a { $to }.
error-message-nobody-hint = To a { $to } one writes about: { $words }
error-message-empty = there is no text on standard input.
error-message-empty-hint = For example: posylka message 1 --sent < letter.txt

## Screen: countries (ISO 3166-1 alpha-2, and XK)

country-ad = Andorra
country-ae = United Arab Emirates
country-af = Afghanistan
country-ag = Antigua and Barbuda
country-ai = Anguilla
country-al = Albania
country-am = Armenia
country-ao = Angola
country-aq = Antarctica
country-ar = Argentina
country-as = American Samoa
country-at = Austria
country-au = Australia
country-aw = Aruba
country-ax = Aland Islands
country-az = Azerbaijan
country-ba = Bosnia and Herzegovina
country-bb = Barbados
country-bd = Bangladesh
country-be = Belgium
country-bf = Burkina Faso
country-bg = Bulgaria
country-bh = Bahrain
country-bi = Burundi
country-bj = Benin
country-bl = Saint Barthelemy
country-bm = Bermuda
country-bn = Brunei
country-bo = Bolivia
country-bq = Caribbean Netherlands
country-br = Brazil
country-bs = Bahamas
country-bt = Bhutan
country-bv = Bouvet Island
country-bw = Botswana
country-by = Belarus
country-bz = Belize
country-ca = Canada
country-cc = Cocos Islands
country-cd = DR Congo
country-cf = Central African Republic
country-cg = Congo
country-ch = Switzerland
country-ci = Ivory Coast
country-ck = Cook Islands
country-cl = Chile
country-cm = Cameroon
country-cn = China
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-cv = Cape Verde
country-cw = Curacao
country-cx = Christmas Island
country-cy = Cyprus
country-cz = Czechia
country-de = Germany
country-dj = Djibouti
country-dk = Denmark
country-dm = Dominica
country-do = Dominican Republic
country-dz = Algeria
country-ec = Ecuador
country-ee = Estonia
country-eg = Egypt
country-eh = Western Sahara
country-er = Eritrea
country-es = Spain
country-et = Ethiopia
country-fi = Finland
country-fj = Fiji
country-fk = Falkland Islands
country-fm = Micronesia
country-fo = Faroe Islands
country-fr = France
country-ga = Gabon
country-gb = United Kingdom
country-gd = Grenada
country-ge = Georgia
country-gf = French Guiana
country-gg = Guernsey
country-gh = Ghana
country-gi = Gibraltar
country-gl = Greenland
country-gm = Gambia
country-gn = Guinea
country-gp = Guadeloupe
country-gq = Equatorial Guinea
country-gr = Greece
country-gs = South Georgia
country-gt = Guatemala
country-gu = Guam
country-gw = Guinea-Bissau
country-gy = Guyana
country-hk = Hong Kong
country-hm = Heard and McDonald Islands
country-hn = Honduras
country-hr = Croatia
country-ht = Haiti
country-hu = Hungary
country-id = Indonesia
country-ie = Ireland
country-il = Israel
country-im = Isle of Man
country-in = India
country-io = British Indian Ocean Territory
country-iq = Iraq
country-ir = Iran
country-is = Iceland
country-it = Italy
country-je = Jersey
country-jm = Jamaica
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kg = Kyrgyzstan
country-kh = Cambodia
country-ki = Kiribati
country-km = Comoros
country-kn = Saint Kitts and Nevis
country-kp = North Korea
country-kr = South Korea
country-kw = Kuwait
country-ky = Cayman Islands
country-kz = Kazakhstan
country-la = Laos
country-lb = Lebanon
country-lc = Saint Lucia
country-li = Liechtenstein
country-lk = Sri Lanka
country-lr = Liberia
country-ls = Lesotho
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-ly = Libya
country-ma = Morocco
country-mc = Monaco
country-md = Moldova
country-me = Montenegro
country-mf = Saint Martin
country-mg = Madagascar
country-mh = Marshall Islands
country-mk = North Macedonia
country-ml = Mali
country-mm = Myanmar
country-mn = Mongolia
country-mo = Macao
country-mp = Northern Mariana Islands
country-mq = Martinique
country-mr = Mauritania
country-ms = Montserrat
country-mt = Malta
country-mu = Mauritius
country-mv = Maldives
country-mw = Malawi
country-mx = Mexico
country-my = Malaysia
country-mz = Mozambique
country-na = Namibia
country-nc = New Caledonia
country-ne = Niger
country-nf = Norfolk Island
country-ng = Nigeria
country-ni = Nicaragua
country-nl = Netherlands
country-no = Norway
country-np = Nepal
country-nr = Nauru
country-nu = Niue
country-nz = New Zealand
country-om = Oman
country-pa = Panama
country-pe = Peru
country-pf = French Polynesia
country-pg = Papua New Guinea
country-ph = Philippines
country-pk = Pakistan
country-pl = Poland
country-pm = Saint Pierre and Miquelon
country-pn = Pitcairn Islands
country-pr = Puerto Rico
country-ps = Palestine
country-pt = Portugal
country-pw = Palau
country-py = Paraguay
country-qa = Qatar
country-re = Reunion
country-ro = Romania
country-rs = Serbia
country-ru = Russia
country-rw = Rwanda
country-sa = Saudi Arabia
country-sb = Solomon Islands
country-sc = Seychelles
country-sd = Sudan
country-se = Sweden
country-sg = Singapore
country-sh = Saint Helena
country-si = Slovenia
country-sj = Svalbard and Jan Mayen
country-sk = Slovakia
country-sl = Sierra Leone
country-sm = San Marino
country-sn = Senegal
country-so = Somalia
country-sr = Suriname
country-ss = South Sudan
country-st = Sao Tome and Principe
country-sv = El Salvador
country-sx = Sint Maarten
country-sy = Syria
country-sz = Eswatini
country-tc = Turks and Caicos Islands
country-td = Chad
country-tf = French Southern Territories
country-tg = Togo
country-th = Thailand
country-tj = Tajikistan
country-tk = Tokelau
country-tl = East Timor
country-tm = Turkmenistan
country-tn = Tunisia
country-to = Tonga
country-tr = Turkey
country-tt = Trinidad and Tobago
country-tv = Tuvalu
country-tw = Taiwan
country-tz = Tanzania
country-ua = Ukraine
country-ug = Uganda
country-um = US Outlying Islands
country-us = United States
country-uy = Uruguay
country-uz = Uzbekistan
country-va = Vatican City
country-vc = Saint Vincent and the Grenadines
country-ve = Venezuela
country-vg = British Virgin Islands
country-vi = US Virgin Islands
country-vn = Vietnam
country-vu = Vanuatu
country-wf = Wallis and Futuna
country-ws = Samoa
country-xk = Kosovo
country-ye = Yemen
country-yt = Mayotte
country-za = South Africa
country-zm = Zambia
country-zw = Zimbabwe

## Commands: talk

cli-days = { $days } d
cli-stale = stuck
cli-kept = until { $day }
cli-kept-free = free until { $day }
cli-snoozed = snoozed until { $day }
cli-snooze-overruled = { $day }, but it cannot wait
cli-stale-after = stuck after { $days } (this one)
cli-protected = until { $day }
cli-withdrawn = [no longer listed]
cli-disagree = sources disagree
cli-no-events = No events yet.
cli-list-empty = No parcels yet. Add one with `posylka add NUMBER`, or look around in `posylka demo`.
cli-list-none = No parcel matches.
cli-list-id = ID
cli-list-title = TITLE
cli-list-number = NUMBER
cli-list-status = STATUS
cli-list-silent = NO NEWS
cli-list-eta = EXPECTED
cli-list-protection = PROTECTED
cli-show-id = Id
cli-show-numbers = Numbers
cli-show-status = Status
cli-show-carrier = Carrier
cli-show-route = Route
cli-show-eta = Expected
cli-show-silent = No news for
cli-show-normal = Normal up to
cli-show-snoozed = Snoozed until
cli-show-protected = Protection ends
cli-show-shop = Shop
cli-show-orders = Orders
cli-show-tags = Tags
cli-show-note = Note
cli-show-pinned = Ask only
cli-show-excluded = Never ask
cli-show-checked = Checked
cli-show-next = Next check
cli-add-joined = { $number } now belongs to parcel { $id }, which waited for it.
cli-add-already = { $number } is already in parcel { $id }.
cli-add-is-order = { $order } is an order number of { $shop }, not a tracking number: added as an order that waits for its number. If it is a tracking number all the same, add it with --source.
cli-add-suspicious = { $number } looks mistyped: { $why }. Added as it is.
cli-add-next = `posylka sync` asks the sources; `posylka` opens the screen.
cli-add-left = { $n ->
    [one] Not taken, though it looks like a number: { $numbers }. `posylka add NUMBER` takes it.
   *[other] Not taken, though they look like numbers ({ $n }): { $numbers }. `posylka add NUMBER` takes one.
}
cli-add-over = { $n ->
    [one] Not taken, since the text says that the order is over: { $numbers }.
   *[other] Not taken, since the text says that the orders are over ({ $n }): { $numbers }.
}
cli-edit-same = Nothing to change: { $name }.
cli-remove-question = Remove { $names }? [y/N]
cli-read-only = The database can only be read here: nothing is changed, and nobody is asked.
cli-backup-written = Copied and checked: { $file }, { $parcels ->
    [one] { $parcels } parcel
   *[other] { $parcels } parcels
}.
cli-salvaged = Got out: { $parcels ->
    [one] { $parcels } parcel
   *[other] { $parcels } parcels
}, { $events ->
    [one] { $events } event
   *[other] { $events } events
}, { $answers ->
    [one] { $answers } kept answer
   *[other] { $answers } kept answers
}.
cli-salvage-whole = Nothing is missing.
cli-salvage-no-parcels = Missing: { $count ->
    [one] { $count } parcel
   *[other] { $count } parcels
}.
cli-salvage-no-events = Missing: { $count ->
    [one] { $count } event
   *[other] { $count } events
}; the next check brings back what its source still tells.
cli-salvage-no-answers = Missing: { $count ->
    [one] { $count } kept answer
   *[other] { $count } kept answers
}. Evidence is not complete any more.
cli-salvage-no-checks = Missing: when { $count ->
    [one] { $count } check
   *[other] { $count } checks
} took place.
cli-salvage-no-messages = Missing: { $count ->
    [one] { $count } letter
   *[other] { $count } letters
} in the log.
cli-salvage-no-steps = Missing: { $count ->
    [one] { $count } step
   *[other] { $count } steps
} that could be undone.
cli-salvage-rows = { $count ->
    [one] { $count } row was found in part only, or made no sense
   *[other] { $count } rows were found in part only, or made no sense
}.
cli-salvage-pages = The disk could not read { $count } of { $pages } pages.
cli-salvage-mended = { $count ->
    [one] { $count } value was damaged: it was read as far as possible, or left out
   *[other] { $count } values were damaged: they were read as far as possible, or left out
}.
cli-salvage-bare = Of some parcels only numbers or notes were left: { $ids }.
cli-salvage-next = To use it: posylka restore { $file }
cli-restore-question = Put back the copy of { $made } with { $parcels ->
    [one] { $parcels } parcel
   *[other] { $parcels } parcels
}? Now there are { $now }. [y/N]
cli-restored = The database is back: { $parcels ->
    [one] { $parcels } parcel
   *[other] { $parcels } parcels
}.
cli-restore-old = What was there before: { $file }
error-restore-kept = the database was left as it is.
error-restore-kept-hint = Answer y, or say --yes.
doctor-repair-none = The database is in order; nothing was changed.
doctor-repaired = The damaged file is kept: { $file }
doctor-db-read-only = it can be read, not changed: { $why }
error-unreadable = part of what is kept cannot be read any more ({ $places }); everything else was read.
error-unreadable-parcels = part of what is kept of parcel { $parcels } cannot be read any more ({ $places }); everything else was read.
error-unreadable-hint = `posylka doctor --repair` keeps all that can be read, and puts the damaged file aside.
cli-removed = { $count ->
    [one] Removed 1 parcel. `posylka undo` brings it back.
   *[other] Removed { $count } parcels. `posylka undo` brings back the last one.
}
cli-undone = Undone: { $action }, { $name }.
cli-undone-redo = `posylka redo` brings it back.
cli-redone = Made again: { $action }, { $name }.
cli-undone-add = { $count ->
    [one] added
   *[other] added { $count } parcels
}
cli-undone-edit = edited
cli-undone-archive = archived
cli-undone-restore = restored
cli-undone-remove = removed
cli-undone-import = { $count ->
    [one] imported
   *[other] imported { $count } parcels
}
cli-sync-offline = Offline: nobody was asked.
cli-sync-summary = { $checked ->
    [one] 1 check
   *[other] { $checked } checks
}, { $changed ->
    [one] 1 parcel changed
   *[other] { $changed } parcels changed
}, { $failed } failed.
cli-sync-paused-until = { $source } is left alone until { $until }: { $outcome }.
unasked-nothing = Nothing to ask about: no parcel under way has a tracking number.
cli-sync-not-due = Nothing is due before { $time }. To ask all the same: posylka sync --force
unasked-not-before = Nobody is to be asked before { $time }.
cli-sync-elsewhere = { $count ->
    [one] One check is made by another posylka.
   *[other] { $count } checks are made by another posylka.
}
cli-sync-elsewhere-until = { $count ->
    [one] One check is in the hands of another posylka, until { $until } at the latest.
   *[other] { $count } checks are in the hands of another posylka, until { $until } at the latest.
}
cli-source-off = { $id } is switched off and is not asked: set enabled = true in [sources.{ $id }].
cli-source-needs-secret = { $id } is not asked until [sources.{ $id }] has { $secret }: { $hint }.
unasked-pinned-off = { $number }: nobody is asked, since it is pinned to { $sources } and that is not on.
unasked-no-source = { $number }: nobody is asked, since no source that is on takes such a number. `posylka sources` lists the others.
unasked-more = … and { $count } more.
cli-sync-stopped = Stopped early: what was answered until then is kept.
cli-sync-too-soon = { $source } { $number }: asked a moment ago, again after { $until }.
cli-sync-out-of-time = { $source } { $number }: not asked, there was no time left.
cli-sync-paused = { $source } is left alone until you act: { $outcome }.
cli-identify-nothing = unknown format
cli-identify-check-passed = check digit right
cli-identify-check-failed = check digit wrong
cli-identify-check-none = no check digit
cli-identify-meant = Did you mean { $number }?
cli-identify-perhaps = Perhaps { $number }?
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
cli-identify-order = an order of { $shop }, not a tracking number
cli-identify-or = or { $formats }

## Commands: sources

sources-id = ID
sources-name = NAME
sources-state = STATE
sources-budget = LEFT TODAY
sources-success = LAST ANSWER
sources-failure = LAST FAILURE
sources-on = on
sources-off = off: switched off in the configuration
sources-needs = off: needs { $secret }. { $hint }
sources-month = { $left }/{ $of } this month
sources-paused = waiting: { $outcome } { $until }

## Commands: doctor

doctor-mark-well = ok
doctor-mark-doubtful = !!
doctor-mark-broken = BROKEN
doctor-terminal = Terminal
doctor-clipboard-terminal = Copying goes straight to the terminal (OSC 52); whether it takes it, nobody tells.
doctor-clipboard-xterm = If nothing arrives in xterm, add to ~/.Xresources: { $line }. Y shows a text to be marked with the mouse.
doctor-clipboard-mark = If nothing arrives: Y shows a text to be marked with the mouse.
doctor-clipboard-screen = Copying goes through GNU screen in pieces, to the terminal around it.
doctor-clipboard-mosh = Copying goes through mosh, up to 12 kB; whether the terminal takes it, nobody tells.
doctor-clipboard-nowhere = The Linux console has no clipboard that a program can reach.
doctor-clipboard-tmux = Copying goes through tmux (load-buffer -w); its set-clipboard is { $setting }.
doctor-clipboard-tmux-silent = tmux does not answer: copying may not arrive.
doctor-clipboard-tmux-mosh = tmux runs in mosh, which takes nothing from it as shipped; its set-clipboard is { $setting }.
doctor-clipboard-tmux-line = Add to ~/.tmux.conf, and start the server anew: { $line }
doctor-clipboard-tmux-primary = If it lands in the other selection (xterm), add to ~/.tmux.conf: { $line }
doctor-locale = Locale
doctor-clock = Clock
doctor-configuration = Configuration
doctor-database = Database
doctor-sources = Sources
doctor-all-well = Everything is in order.
doctor-works = It works, but see the lines marked with !!.
doctor-broken = Something is broken: see the lines marked BROKEN.
doctor-no-terminal = not on a terminal here; the commands work, the screen needs one
doctor-term = { $term }, { $columns }x{ $rows }
doctor-term-small = The screen is at its best from 60x15.
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
doctor-secret-missing-hint = Correct the _file key, or write the secret into that file.
doctor-chmod = Run: chmod { $mode } { $file }
doctor-stranger = { $name } is set in the environment, but means nothing here
doctor-db-none = none yet; { $file } is made with the first parcel
doctor-db = { $file }: { $active } active, { $archived } archived
doctor-db-open = others can read { $file }
doctor-db-wal = several programs can use it at once (write-ahead log)
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
doctor-offline = offline: no source is contacted
doctor-offline-hint = Leave out --offline, or unset POSYLKA_OFFLINE.
doctor-sources-none = no source is on: nobody can be asked
doctor-sources-none-hint = Take out `enabled = false` for a source, or give one its key; see `posylka sources`.
doctor-source-on = { $name }: on
doctor-source-off = { $name }: switched off
doctor-source-needs = { $name }: off until [sources.{ $id }] has { $secret }
doctor-source-key = { $name }: { $outcome }.
doctor-source-key-hint = Unlock it, or correct the command or file in the configuration; it is tried again at the next check. What it said is in the log.
doctor-source-paused = { $name }: waiting, { $outcome }
doctor-source-wait = It is asked again after { $until }.
doctor-source-act = See `posylka sources` for what it wants.

## Errors

error-line = posylka: { $what }
error-hint = hint: { $hint }
error-output = the output could not be written: { $why }
error-no-screen = the screen needs a terminal, for input and output.
error-no-screen-hint = Use the commands; `posylka --help` lists them.
error-unknown-parcel = there is no parcel "{ $key }".
error-unknown-parcel-hint = `posylka list` shows the parcels, `posylka list --archived` those put away.
error-date = "{ $text }" is not a day.
error-date-hint = Write it as 2026-12-31.
error-days = "{ $text }" is not a number of days.
error-days-hint = Write a number from 1 to 365, or "default".
error-snooze-past = "{ $text }" is not a date in the future.
error-snooze-hint = Write it as 2026-12-31, 31.12 or 7d; "none" wakes the parcel.
error-time = "{ $text }" is not a time.
error-time-hint = Write a day (2026-11-20) or a time ("2026-11-20 10:31", 10:31).
error-text-long = a text is too long: { $count } characters, at most { $most } ({ $text }).
error-text-long-hint = Shorten it; a note (`posylka note`) may be longer.
error-event-empty = an event needs words.
error-event-empty-hint = For example: posylka event 1 "The postman called" --place Minsk
error-status = there is no status "{ $text }".
source-user = you
error-unknown-source = there is no source "{ $id }".
error-unknown-source-hint = `posylka sources` lists them.
error-number = "{ $number }" cannot be a tracking number: { $why }.
error-number-hint = A tracking number has 5 to 50 Latin letters and digits; spaces and dashes do not matter.
error-number-empty = it is empty
error-number-short = it has fewer than 5 characters
error-number-long = it has more than 50 characters
error-number-character = it holds something other than Latin letters and digits
error-number-digit = it has no digit
error-no-numbers = there is no tracking number in that text.
error-no-numbers-hint = Name a number itself: posylka add NUMBER.
error-input = standard input could not be read: { $why }.
error-input-long = the text on standard input is longer than { $most } characters; nothing was kept.
error-input-long-hint = Keep it in parts.
error-input-hint = Give the text through a pipe or a file: posylka add - < mail.txt
error-edit-nothing = nothing is to be changed.
error-edit-nothing-hint = Say what: --title, --shop, --order, --protected-until, --stale-after, --snooze, --source, --close or --reopen.
error-kept = nothing was removed.
error-kept-hint = Answer y, or say --yes.
error-undo-nothing = there is nothing to take back.
error-redo-nothing = there is nothing to make again.
error-redo-nothing-hint = Only what `posylka undo` has just taken back, before anything else is done.
error-undo-nothing-hint = Adding, editing, archiving, restoring and removing can be taken back for 7 days.
error-no-answer = { $source } has not answered yet.
error-no-answer-hint = `posylka sync` asks what is due.
error-store-newer = the database was written by a newer posylka (version { $found }, this one knows { $known }); it was left untouched.
error-store-newer-hint = Update posylka, or choose another directory with --data-dir.
error-store-foreign = the database file is not a posylka database; it was left untouched.
error-store-foreign-hint = Move the file away, or choose another directory with --data-dir.
error-store-read-only = the database cannot be written.
error-store-read-only-hint = Check the permissions of the data directory, or choose another one with --data-dir.
error-store-forbidden = the database may not be read: it belongs to somebody else.
error-store-forbidden-hint = See whose it is with `ls -l`; a file that sudo has made comes back with chown.
error-store-full = the disk is full; nothing was changed.
error-store-full-hint = Free some space and try again.
error-store-busy = the database is busy: another program has held it for more than a minute.
error-store-busy-hint = Try again in a moment.
error-store-corrupt = the database file is damaged.
error-store-corrupt-hint = Save what is left: `posylka salvage`; or put back a copy: `posylka restore`.
error-store-io = the data directory cannot be used: { $why }
error-store-io-hint = Check the path, or choose another directory with --data-dir.
error-store-sqlite = the database refused a request: { $why }
error-store-sqlite-hint = Please report this; `posylka doctor` looks at the database closely.
error-store-stopped = the part of the program that keeps the database has stopped.
error-store-stopped-hint = Start posylka again.
error-terminal = the terminal cannot be used: { $why }
error-runtime = the system gives the program no threads: { $why }
error-panic = a part of the program broke off, see above; the database is not harmed.
error-panic-hint = Please report this.

## Commands: mistakes in the configuration

error-no-page = There is no manual page about "{ $page }".
error-no-page-hint = `posylka --help` lists the commands; of `evidence verify` it is evidence-verify.
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
config-unknown-theme = there is no theme "{ $name }".
config-wanted-look = It has to be colours and weight, such as "210 bold", "black on #ffd700" or "reverse".
config-did-you-mean = Did you mean { $right }?
config-see-keys = docs/configuration.md lists the keys.
config-see-sources = `posylka sources` lists the sources; a source of your own needs a `command`.
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
config-wrong-name = "{ $id }" cannot be the name of a source of your own.
config-no-command = "{ $section }" is no source that is built in, and has no `command`.
config-wanted-name = A name is made of lower-case letters, digits and dashes, such as "my-courier".
config-wanted-program = `command` has to be a list: the program and its arguments, such as ["/usr/local/bin/my-courier", "--json"].
config-wanted-page = It has to be an address with the number's place in it, such as "https://example.org/{"{"}number{"}"}".
config-wanted-formats = It has to be a list of formats, such as ["cdek/cdek10"]; `posylka identify --json` tells a number's.
config-wrong-channel-name = "{ $id }" cannot be the name of a channel.
config-wanted-channel-name = A name is made of lower-case letters, digits and dashes, such as "my-phone".
config-missing-key = "{ $key }" is missing.
config-wanted-server = It has to be an address such as "https://ntfy.sh/my-topic", or "smtps://mail.example.org" for e-mail.
config-wanted-hours = It has to be two times of day such as "22:00-08:00", or "off".
config-wanted-time-of-day = It has to be a time of day such as "08:30".
config-wanted-some-of = It has to be a list of some of: { $words }.
config-wanted-list = It has to be a list of texts, such as ["gift"].
doctor-source-missing = { $name }: { $program } is not there, or may not be run
doctor-source-missing-hint = Correct `command` in [sources.{ $id }], or run: chmod +x { $program }

## Commands: evidence

evidence-title = Evidence: { $name }
evidence-intro = Put together by posylka { $version } on { $time } from what the carriers and tracking services answered. Times of checks are UTC; times of events are as they were said.
evidence-numbers = Tracking numbers
evidence-shop = Shop
evidence-orders = Orders
evidence-protected = Protected until
evidence-status = Status
evidence-carrier = Carrier
evidence-route = Route
evidence-eta = Expected
evidence-added = Watched since
evidence-checked = Last checked
evidence-timeline = Timeline
evidence-when = When
evidence-what = What
evidence-where = Where
evidence-sources = Said by
evidence-first-seen = First seen
evidence-no-zone = zone not stated
evidence-withdrawn = no longer listed since { $time }
evidence-source-says = { $source }: { $status }
evidence-silences = Stretches without news
evidence-no-silence = No stretch of 3 days or more without news.
evidence-from = From
evidence-to = To
evidence-days = Days
evidence-checks-meanwhile = Checks meanwhile
evidence-since-added = when it was added
evidence-lasts = it lasts
evidence-checks = What was checked
evidence-no-checks = Nobody has been asked yet.
evidence-source = Source
evidence-number = Number
evidence-count = Checks
evidence-first = First
evidence-last = Last
evidence-outcomes = Outcomes
evidence-changed = Last change
evidence-unchanged = Checks since then without change
evidence-messages = Messages sent
evidence-no-messages = No message about it was kept.
evidence-claims = What each source says now
evidence-no-claims = No source has said anything yet.
evidence-agree = The sources do not contradict each other.
evidence-disagree = The sources contradict each other.
evidence-answers = Kept answers
evidence-kept = { $count ->
    [one] { $count } answer is in the folder "answers", with the question, its times and its hashes in index.json.
   *[other] { $count } answers are in the folder "answers", with the questions, their times and their hashes in index.json.
}
evidence-masked = { $count ->
    [one] In { $count } of them names, phone numbers, addresses and the like are left out; the hash of the original is in index.json.
   *[other] In { $count } of them names, phone numbers, addresses and the like are left out; the hashes of the originals are in index.json.
}
evidence-chain-whole = Every answer was chained by hash to the one before it when it came, and the chain is whole. Its first and last value:
evidence-chain-broken = The chain of answers is broken at answer { $id }: from there on they are not what they were when they came.
evidence-how-to-verify = manifest.json has the SHA-256 of every file. Whether anything was changed since tells: posylka evidence verify FILE.zip
evidence-written = Written: { $file }, { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}. Note the SHA-256 of its manifest somewhere else:
evidence-written-masked = { $count ->
    [one] In { $count } answer personal data is left out; --full keeps it.
   *[other] In { $count } answers personal data is left out; --full keeps it.
}
evidence-whole = { $file } is as it was written: { $files } files, { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}, made { $time } by posylka { $version }, manifest { $hash }
evidence-whole-broken = But its database had been changed before: answer { $id } was not what it was when it came.
error-file-exists = { $file } is there already; it was left untouched.
error-file-exists-hint = Choose another name, or replace it with --force.
error-file-write = { $file } could not be written: { $why }
error-file-write-hint = Choose a folder that you may write to.
error-file-read = { $file } could not be read: { $why }
error-evidence-pack = the pack cannot be made: { $why }
error-evidence-pack-hint = Please report this.
error-evidence-not = { $file } is not an evidence pack, or its end is missing.
error-evidence-newer = { $file } was made by a newer posylka.
error-evidence-newer-hint = Update posylka, and check it again.
error-evidence-seal = { $file } was changed after it was written.
error-evidence-manifest = { $file } was changed after it was written: its manifest is another one.
error-evidence-file = { $file } was changed after it was written: { $path } is another one.
error-evidence-missing = { $file } was changed after it was written: { $path } is gone.
error-evidence-stranger = { $file } was changed after it was written: it holds something that its manifest does not name.
error-evidence-answer = { $file } was changed: { $path } is not the answer that the chain of hashes holds.
error-evidence-noted = { $file } is whole, but it is not the pack that was noted: its manifest is { $hash }.
error-evidence-changed-hint = Use the file as it was written; `posylka evidence NUMBER` makes a new one.
barcode-narrow = Code 128 needs { $columns } columns, here are { $room }.
barcode-low = The QR code needs { $columns } columns and { $rows } rows.
barcode-tight = The light margin above and below is { $tight } module here; the standard asks for { $quiet }. If the scanner fails, make the window { $rows } rows high.

status-no-number = no number yet
status-missing = you have not received it
status-received = received
order-ordered = ordered { $date }
order-shipped = shipped { $date }
order-received = received { $date }
order-expected = expected by { $date }
order-no-code = no order number
protection-preset = by the preset { $name }, not told by the shop
protection-dispute-by = a dispute by { $date }
protection-after-delivery = until { $date }: { $n ->
    [one] { $n } day
   *[other] { $n } days
} after the delivery, by the settings
protection-after-confirmation = until { $date }: { $n ->
    [one] { $n } day
   *[other] { $n } days
} after you confirmed it, by the settings
cli-show-after-delivery = Dispute
cli-add-no-number = No number yet: nobody is asked. When it comes: posylka edit { $id } --number NUMBER
cli-edit-protected = Protected until { $date }.
cli-edit-protected-before = Protected until { $date }: one of the orders ends before { $asked }.
error-add-nothing = there is nothing to add.
error-add-nothing-hint = Name a tracking number; or, for an order that has none yet, --order or --title.
error-past-date = "{ $text }" is not a date in the past.
error-past-date-hint = Write it as 2026-11-03, 03.11 or 5d (5 days ago).
error-deadline-hint = Write it as 2026-12-31, +75 (days from shipping, or from the order), 30d (from today), or as a preset: { $presets }.
error-no-order-date = "{ $text }" counts from the order, and nobody has said when it was placed.
error-no-order-date-hint = Add --ordered DATE.
error-no-shipping-date = "{ $text }" counts from the shipping, and nobody has said when that was.
error-no-shipping-date-hint = Add --shipped DATE.
error-which-order = { $name } holds several orders ({ $orders }), and it is not clear which one is meant.
error-which-order-hint = Name one with --order ID.
error-extend-nothing = There is no protection to extend.
error-extend-nothing-hint = Set it with --protected-until DATE.
error-no-number = { $name } has no tracking number yet.
error-no-number-hint = When it comes: posylka edit { $id } --number NUMBER

# Exports
calendar-name = Parcels
calendar-expected = Expected: { $name }
calendar-told-by = According to { $source }
calendar-storage = Last day to collect: { $name }
calendar-storage-sent-back = Then it is sent back.
calendar-storage-costs = Then keeping it costs money.
calendar-dispute = Last safe day for a dispute: { $name }
calendar-protection = Protection ends: { $name }
calendar-protection-until = The shop's protection ends on { $day }.
calendar-protection-assumed = Assumed, by the preset “{ $preset }”: the shop's own date counts.
export-written = Written: { $file }, { $parcels ->
    [one] { $parcels } parcel
   *[other] { $parcels } parcels
}.
import-export-done = { $added ->
    [one] { $added } parcel is new
   *[other] { $added } parcels are new
}, { $completed ->
    [one] { $completed } was completed
   *[other] { $completed } were completed
}, { $unchanged ->
    [one] { $unchanged } stays as it is
   *[other] { $unchanged } stay as they are
}; new events: { $events }, checks: { $checks }, answers: { $answers }.
import-export-differs = { $parcel }: { $field } is another one in the file; what is here stayed.
error-import-stranger = { $file } is not an export of posylka.
error-import-stranger-hint = `posylka export --format json` writes one.
error-import-newer = { $file } was written by a newer posylka.
error-import-newer-hint = Update posylka, and import it again.
error-import-damaged = { $file } is damaged in line { $line }; nothing was taken: { $what }
error-import-value = { $file } holds something that cannot be ({ $field }: { $value }); nothing was taken.
error-import-altered = { $file } was changed: answer { $id } is not what its SHA-256 says; nothing was taken.
error-import-export-hint = Use the file as it was written.

import-columns = { $file }: { $columns }
import-column-number = tracking number
import-column-order = order
import-column-title = title
import-column-shop = shop
import-column-ordered = ordered on
import-column-shipped = shipped on
import-column-received = received on
import-column-protected = protected until
import-column-preset = preset
import-column-note = note
import-column-tags = tags
import-column-status = status
import-columns-unused = { $file }: not used: { $columns }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
import-file-sheet = { $file }, sheet { $sheet }
import-status-over = { $file }: taken as over: { $statuses }. Such orders are not added; what is in the list already is completed by them.
import-status-unknown = { $file }: a status that is not known, taken as still to come: { $statuses }.
import-line = line { $line }
import-row = sheet { $sheet }, row { $row }
import-sheet = sheet { $sheet }
import-mail = a mail
import-passed = { $file }, { $place }: passed over, { $why }.
import-left-out = { $file }, { $place }: { $why }; the rest was read.
import-restored = { $file }, { $place }: "{ $written }" was changed by a spreadsheet; taken as { $taken }.
import-mistyped = { $file }, { $place }: { $number } was taken, but looks mistyped; perhaps { $meant }.
import-more = { $n ->
    [one] … and { $n } more like these.
   *[other] … and { $n } more like these.
}
import-mails = { $n ->
    [one] { $n } mail passed over: { $why }.
   *[other] { $n } mails passed over: { $why }.
}
import-unopened = { $n ->
    [one] { $n } file was not opened, it is neither a mail nor a table: { $kinds }.
   *[other] { $n } files were not opened, they are neither mails nor tables: { $kinds }.
}
import-unopened-no-ending = no ending
import-unopened-link = link
import-unopened-folder = folder
import-unopened-other = other
import-mails-old = older than half a year, or than --since
import-finished-rows = { $n ->
    [one] { $n } row was passed over: its order is over.
   *[other] { $n } rows were passed over: their orders are over.
}
import-why-nothing = it has neither a tracking number nor an order
import-why-number = "{ $text }" is no tracking number ({ $why })
import-why-shortened = "{ $text }" was shortened by a spreadsheet, its last digits are lost
import-why-zeroed = "{ $text }" has lost digits: a spreadsheet keeps fifteen, the others became zeros
import-why-zero-column = "{ $text }" has lost digits: all numbers of this column end in zeros behind the fifteenth digit, which is what a spreadsheet makes of them (keep the column as text)
import-why-formula = "{ $text }" is a formula that failed
import-why-finished = the order is over
import-why-no-head = no row of it names a column for tracking numbers or orders
import-why-day = "{ $text }" is no day
import-why-to-come = "{ $text }" is still to come
import-why-two-ways = "{ $text }" can be read in two ways (say --dates dmy or --dates mdy)
import-why-broken = its quotes do not match
import-why-no-order = it says nothing of an order
import-why-encrypted = it is encrypted, or signed as a whole, and was not opened
import-why-winmail = its content is in winmail.dat, which only Outlook reads
import-why-cancelled = the order was cancelled or refunded
import-why-old = it is from { $day }
import-why-over = the order is not in the list, and it says nothing that would put it there
import-why-too-many = there are more than { $most } records
import-sum = Added { $added }, changed { $changed }, already known { $known }, passed over { $passed }.
import-question = { $n ->
    [one] Add { $n } parcel? [y/N]
   *[other] Add { $n } parcels? [y/N]
}
import-sum-rehearsed = Would add { $added }, would change { $changed }; already known { $known }, passed over { $passed }.
import-head-order = Order
import-word-added = added
import-word-would-add = would add
import-word-changed = changed
import-word-would-change = would change
import-word-known = known
import-rehearsed = Nothing was changed: this was a dry run.
import-undo = `posylka undo` takes all of it back.
error-import-kept = nothing was added.
error-import-kept-hint = `--dry-run` shows what would be added; `--yes` adds it without a question.
error-import-nothing = nothing in it was recognised.
error-import-nothing-hint = A table needs a head that names a tracking number or an order; a mail has to name an order or a number.
error-import-dates = { $file }, { $place }: "{ $day }" can be read in two ways, and no other day tells which.
error-import-dates-hint = Say --dates dmy (day first) or --dates mdy (month first).
error-import-no-text = { $file } is neither a table nor a mail.
error-import-no-text-hint = Save it as CSV, XLSX or ODS; of mails, .eml and mbox files, maildirs and the folders of mail programs are read.
error-import-large = { $file } is larger than { $most } MB.
error-import-large-hint = Split it.
error-import-unpacked = { $file } is too large when it is unpacked.
error-import-locked = { $file } is locked by a password, or is in Excel's old format.
error-import-locked-hint = Save it as XLSX, ODS or CSV, without a password.
error-import-workbook = { $file } is a spreadsheet, and damaged.
error-import-workbook-hint = Open it in a spreadsheet program and save it again as XLSX, ODS or CSV.
error-import-read = { $file } cannot be read: { $why }
error-import-read-hint = Name a file, a folder, or - for standard input.
error-import-many = more than { $most } records at once.
error-import-many-hint = Split them, or pass over the old ones with --since DATE.
error-import-alone = { $file } is an export of posylka; such a file is imported alone.
error-import-alone-hint = Import it first, then the others.

## Forecasts, on the screen and in the commands
forecast-own = { $lane ->
    [0] { $n } of yours
   *[other] { $n } of yours, { $lane } on this route
}
forecast-window = { $days }, 8 of 10 such parcels ({ $own })
forecast-by = by { $day }, 9 of 10
forecast-missing = { $n ->
    [one] not yet: { $n } more delivered parcel needed
   *[other] not yet: { $n } more delivered parcels needed
}
forecast-later-than-nearly-all = later than nearly all of your { $n } delivered parcels: they do not tell when
forecast-too-few-slower = too few of your { $n } delivered parcels took that long to tell when
forecast-moved = from { $from } to { $to } on { $on }
forecast-days-early = { $days } days too early
forecast-days-late = { $days } days too late
forecast-days-even = neither early nor late
landmark-shipped = From the first scan
landmark-left-origin = From leaving the origin
landmark-arrived = From arriving in the country
needed-by-fine = in time
needed-by-doubtful = may be late
needed-by-unlikely = likely late
cli-show-moved = Day moved
cli-show-forecast = By your own
cli-forecast-carrier = CARRIER'S DAY
cli-forecast-own = BY YOUR OWN PARCELS
cli-forecast-by = AT THE LATEST
cli-forecast-none = No parcel is on its way, so there is nothing to forecast.
cli-replay-what = FORECASTS
cli-replay-forecasts = NUMBER
cli-replay-within = CAME WITHIN
cli-replay-width = DAYS WIDE
cli-replay-error = DAYS OFF
cli-replay-bias = LATER BY
cli-replay-all = All
cli-replay-none = Forecasts need at least 9 delivered parcels and one after them; there are not so many yet.
cli-replay-source = { $source }: its first day was right for { $share } of { $n ->
    [one] { $n } parcel
   *[other] { $n } parcels
}, on average { $off }

## Notices

notice-line = { $name }: { $news }
notice-repeat = Repeat: { $title }
notice-today = today, { $date }
notice-tomorrow = tomorrow, { $date }
notice-step = To do: { $step }
notice-first = now followed, { $state }
notice-first-many = { $n ->
    [one] { $n } parcel is followed now
   *[other] { $n } parcels are followed now
}
notice-ready = ready to collect
notice-ready-until = ready to collect until { $date }
notice-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
notice-more-events = { $n ->
    [one] and { $n } more event
   *[other] and { $n } more events
}
notice-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
notice-eta = expected { $date }
notice-eta-moved = expected { $date }, before that { $before }
notice-eta-too-late = { $eta }; the protection ends { $until }
notice-silence-broken = news after { $days } of silence: { $state }
notice-was-stuck = was without news for { $days }
notice-storage-ending = kept only until { $date }
notice-protection-ending = the protection ends { $date }
notice-dispute-day = open a dispute by { $date }, the protection ends { $until }
notice-source-down = has failed since { $since }: { $outcome }
notice-source-up = works again
notice-summary = Your parcels today
notice-test = This is a test: notices arrive here.
notice-digest = { $n ->
    [one] { $n } piece of news
   *[other] { $n } pieces of news
}
notice-count-ready = { $n ->
    [one] { $n } ready to collect
   *[other] { $n } ready to collect
}
notice-count-stuck = { $n ->
    [one] { $n } stuck
   *[other] { $n } stuck
}
notice-count-moving = { $n ->
    [one] { $n } on the way
   *[other] { $n } on the way
}
notice-count-waiting = { $n ->
    [one] { $n } not yet on the way
   *[other] { $n } not yet on the way
}
notice-count-finished = { $n ->
    [one] { $n } finished
   *[other] { $n } finished
}

## Commands: notify, watch

notify-unknown-channel = There is no channel "{ $name }".
notify-see-channels = `posylka notify list` names them; docs/notifications.md shows how to set one up.
notify-channel-off = The channel "{ $name }" is switched off.
notify-test-sent = Sent on "{ $name }".
notify-test-failed = "{ $name }" did not take the message: { $why }.
notify-test-waits = It waits in the queue and is tried again by the screen, `posylka watch` and `posylka sync`.
notify-busy = another posylka is sending on it
notify-not-from-here = it cannot be reached from here
notify-asked-to-wait = nothing is sent before { $until }
notify-off = off
notify-last-sent = last message { $at }
notify-waiting = { $n ->
    [one] { $n } notice waits
   *[other] { $n } notices wait
}
notify-trouble = failed { $at }: { $why }
watch-old-configuration = { $what } The old configuration goes on.

## Commands: service, status

service-no-manager = There is no service manager here: neither systemd's `systemctl` nor launchd.
service-no-manager-hint = Start `posylka watch` by other means, such as `@reboot` in a crontab or a window of tmux.
service-wrote = Wrote { $file }
service-runs = Running: { $command }
service-linger = It runs while you are logged in. To let it run without you, allow that once: loginctl enable-linger
service-not-installed = The service is not installed.
service-removed = Removed { $file }. Linger, if you allowed it, stays: loginctl disable-linger
service-installed = Installed: { $file }
service-state = State: { $state }
service-state-unknown = unknown
service-looked = Somebody last looked { $at }
service-never-looked = Nobody has looked yet.
service-overdue = The watcher has not been heard of for more than half an hour: see `systemctl --user status posylka`.
service-foreign = { $file } was not written by `posylka service install`; it was left as it is.
service-foreign-hint = Move it away, then try again.
service-failed = "{ $command }" failed: { $why }
service-failed-hint = Under `su` or `sudo` there is no session: log in as the user, or over SSH.
status-unknown-format = There is no format "{ $format }".
status-formats = It is one of plain, json, waybar, tmux, polybar, or a template with some of: { $fields }
status-count-urgent = { $n ->
    [one] { $n } cannot wait
   *[other] { $n } cannot wait
}
status-count-trouble = { $n ->
    [one] { $n } in trouble
   *[other] { $n } in trouble
}
status-count-courier = { $n ->
    [one] { $n } with the courier
   *[other] { $n } with the courier
}
doctor-watching = Watching
doctor-looked = Somebody last looked { $at }.
doctor-never-looked = Nobody has looked yet: the screen, `posylka watch` and `posylka sync` do.
doctor-watcher-overdue = The watcher was last heard of { $at }.
doctor-watcher-overdue-hint = Start it again: `posylka service status` says how it fares; `posylka service remove` if it is not meant to run.
doctor-channel-well = { $name }: nothing waits.
doctor-channel-waiting = { $name }: { $n } waiting, the oldest since { $since }.
doctor-channel-waiting-hint = `posylka notify test { $name }` tries it.
doctor-channel-failing = { $name }: failed { $at }: { $why }; { $n } waiting.
