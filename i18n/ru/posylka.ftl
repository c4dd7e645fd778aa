## Everything: shared words

name = posylka

## Commands: words of the domain

cli-status-none = ещё не спрашивали
cli-status-not-found = не найдена
cli-status-info-received = данные получены
cli-status-in-transit = в пути
cli-status-expired = срок вышел
cli-status-available-for-pickup = можно забирать
cli-status-out-for-delivery = у курьера
cli-status-delivery-failure = не удалось вручить
cli-status-delivered = вручена
cli-status-exception = что-то пошло не так
cli-sub-status-other = прочее
cli-sub-status-invalid-code = неверный номер
cli-sub-status-picked-up = принята перевозчиком
cli-sub-status-departure = отправлена
cli-sub-status-arrival = прибыла
cli-sub-status-customs-processing = на таможне
cli-sub-status-customs-released = выпущена таможней
cli-sub-status-customs-requiring-information = таможня ждёт сведений
cli-sub-status-no-body = никого не застали
cli-sub-status-security = досмотр
cli-sub-status-rejected = отказ
cli-sub-status-invalid-address = неверный адрес
cli-sub-status-returning = едет обратно
cli-sub-status-returned = возвращена
cli-sub-status-damage = повреждена
cli-sub-status-delayed = задержана
cli-sub-status-lost = утеряна
cli-sub-status-destroyed = уничтожена
cli-sub-status-cancel = отменена
cli-outcome-answered = ответил
cli-outcome-no-news = новостей пока нет
cli-outcome-unknown-number = не знает номера
cli-outcome-blocked = не пускает
cli-outcome-rate-limited = слишком много запросов
cli-outcome-budget-spent = запас запросов исчерпан
cli-outcome-bad-key = ключа нет, или он не подходит
cli-outcome-malformed-number = не принимает номер такого вида
cli-outcome-more-data-needed = просит ещё данных
cli-outcome-too-large = слишком большой ответ
cli-outcome-temporary = недоступен
cli-outcome-not-understood = ответ непонятен

## Commands: talk

cli-closed = закрыта вами ({ $status })
cli-days = { $days } дн.
cli-stale = застряла
cli-protected = до { $day }
cli-withdrawn = [отозвано]
cli-disagree = источники расходятся
cli-no-events = Событий пока нет.
cli-list-empty = Посылок пока нет. Добавьте первую: `posylka add НОМЕР`, или осмотритесь в `posylka demo`.
cli-list-none = Ни одна посылка не подходит.
cli-list-id = ID
cli-list-title = НАЗВАНИЕ
cli-list-number = НОМЕР
cli-list-status = СТАТУС
cli-list-silent = МОЛЧИТ
cli-list-eta = ОЖИДАЕТСЯ
cli-list-protection = ЗАЩИТА
cli-show-id = Id
cli-show-numbers = Номера
cli-show-status = Статус
cli-show-carrier = Перевозчик
cli-show-route = Путь
cli-show-eta = Ожидается
cli-show-silent = Молчит
cli-show-protected = Защита до
cli-show-shop = Магазин
cli-show-orders = Заказы
cli-show-tags = Метки
cli-show-note = Заметка
cli-show-pinned = Спрашивать только
cli-show-checked = Проверена
cli-show-next = Следующая проверка
cli-add-already = { $number } уже есть в посылке { $id }.
cli-add-suspicious = { $number }: похоже на опечатку, { $why }. Добавлено как есть.
cli-edit-same = Менять нечего: { $name }.
cli-remove-question = Удалить { $names }? [д/Н]
cli-removed = { $count ->
    [one] Удалена { $count } посылка. `posylka undo` вернёт её.
    [few] Удалены { $count } посылки. `posylka undo` вернёт последнюю.
   *[many] Удалено { $count } посылок. `posylka undo` вернёт последнюю.
}
cli-undone = Отменено: { $action }, { $name }.
cli-undone-add = добавление
cli-undone-edit = правка
cli-undone-archive = отправка в архив
cli-undone-restore = возврат из архива
cli-undone-remove = удаление
cli-sync-offline = Без сети: никого не спрашивали.
cli-sync-summary = { $checked ->
    [one] { $checked } проверка
    [few] { $checked } проверки
   *[many] { $checked } проверок
}, { $changed ->
    [one] изменилась { $changed } посылка
    [few] изменились { $changed } посылки
   *[many] изменилось { $changed } посылок
}, неудач: { $failed }.
cli-sync-paused-until = { $source } не трогаем до { $until }: { $outcome }.
cli-sync-paused = { $source } не трогаем, пока вы не вмешаетесь: { $outcome }.
cli-identify-nothing = вид неизвестен
cli-identify-check-passed = контрольная цифра верна
cli-identify-check-failed = контрольная цифра неверна
cli-identify-check-none = контрольной цифры нет
cli-identify-meant = может быть, { $number }?
cli-identify-perhaps = возможно, { $number }
cli-fault-check-expected = для { $format } контрольная цифра должна быть { $digit }
cli-fault-check = для { $format } контрольная цифра неверна
cli-fault-issuer = для { $format } последние буквы не принадлежат ни одной почте
cli-fault-missing = { $count ->
    [one] для { $format } не хватает { $count } знака
   *[many] для { $format } не хватает { $count } знаков
}
cli-fault-extra = { $count ->
    [one] для { $format } лишний { $count } знак
    [few] для { $format } лишних { $count } знака
   *[many] для { $format } лишних { $count } знаков
}
cli-identify-or = или { $formats }

## Commands: sources

sources-id = ID
sources-name = ИМЯ
sources-state = СОСТОЯНИЕ
sources-budget = ОСТАЛОСЬ
sources-success = ПОСЛЕДНИЙ ОТВЕТ
sources-failure = ПОСЛЕДНЯЯ НЕУДАЧА
sources-on = включён
sources-off = выключен в настройках
sources-needs = выключен: нужен { $secret }. { $hint }
sources-paused = включён, но пока не трогаем: { $outcome } { $until }

## Commands: doctor

doctor-mark-well = ок
doctor-mark-doubtful = !!
doctor-mark-broken = СЛОМАНО
doctor-terminal = Терминал
doctor-locale = Локаль
doctor-clock = Часы
doctor-configuration = Настройки
doctor-database = База данных
doctor-sources = Источники
doctor-all-well = Всё в порядке.
doctor-works = Работает, но посмотрите на строки с !!.
doctor-broken = Кое-что сломано: посмотрите на строки СЛОМАНО.
doctor-no-terminal = здесь не терминал; команды работают, экрану нужен терминал
doctor-term = { $term }, { $columns }×{ $rows }
doctor-term-small = Экрану лучше всего от 60×15.
doctor-term-dumb = TERM не задан или равен "dumb": экран не нарисовать
doctor-term-dumb-hint = Задайте TERM, например TERM=xterm-256color; команды работают и без него.
doctor-locale-utf8 = UTF-8, язык "{ $language }"
doctor-locale-other = локаль не UTF-8: кириллица и иероглифы не покажутся
doctor-locale-none = локаль не задана
doctor-locale-hint = Задайте LANG, например LANG=ru_RU.UTF-8.
doctor-clock-now = { $now }
doctor-clock-fixed = остановлены на { $now }
doctor-clock-past = часы показывают { $now }, а это прошлое
doctor-clock-hint = Поставьте системные часы: от них зависят проверки и сроки защиты.
doctor-config-read = { $file }
doctor-config-none = файла { $file } нет; действуют значения по умолчанию
doctor-secret-open = другие могут прочесть { $file }, а в нём секрет
doctor-secret-missing = { $file } не прочитать: { $why }
doctor-secret-missing-hint = Исправьте ключ …_file или запишите секрет в этот файл.
doctor-chmod = Выполните: chmod { $mode } { $file }
doctor-stranger = в окружении задана { $name }, но здесь она ничего не значит
doctor-db-none = пока нет; { $file } появится с первой посылкой
doctor-db = { $file }: в списке { $active }, в архиве { $archived }
doctor-db-open = другие могут прочесть { $file }
doctor-db-wal = журнал упреждающей записи (WAL) работает
doctor-db-no-wal = файловая система не даёт вести WAL (режим журнала: { $mode })
doctor-db-no-wal-hint = Работает, но медленнее; перенесите каталог данных на локальный диск через --data-dir.
doctor-db-whole = проверка целостности пройдена
doctor-db-damaged = проверка целостности не пройдена: { $why }
doctor-db-chain = { $count ->
    [one] { $count } сохранённый ответ, хеш верен
    [few] { $count } сохранённых ответа, хеши верны
   *[many] { $count } сохранённых ответов, хеши верны
}
doctor-db-chain-broken = сохранённый ответ { $id } уже не тот, каким пришёл
doctor-db-chain-hint = Доказательствам, начиная с этого ответа, верить нельзя; если есть копия базы, верните её.
doctor-offline = без сети: никого не спрашиваем
doctor-offline-hint = Уберите --offline или переменную POSYLKA_OFFLINE.
doctor-sources-none = ни один источник не включён: спросить некого
doctor-sources-none-hint = Уберите `enabled = false` у источника или дайте ему ключ; смотрите `posylka sources`.
doctor-source-on = { $name }: включён
doctor-source-off = { $name }: выключен
doctor-source-needs = { $name }: выключен, пока в [sources.{ $id }] нет { $secret }
doctor-source-paused = { $name }: пока не трогаем, { $outcome }
doctor-source-wait = Снова спросим после { $until }.
doctor-source-act = Чего он хочет, видно в `posylka sources`.

## Commands: errors

error-line = posylka: { $what }
error-hint = подсказка: { $hint }
error-output = не удалось записать вывод: { $why }
error-no-screen = в этой сборке нет экрана.
error-no-screen-hint = Пользуйтесь командами; их список: `posylka --help`.
error-unknown-parcel = нет посылки с номером или id "{ $key }".
error-unknown-parcel-hint = `posylka list` покажет посылки, `posylka list --archived` — убранные в архив.
error-date = "{ $text }" — не дата.
error-date-hint = Пишите так: 2026-12-31.
error-unknown-source = нет источника "{ $id }".
error-unknown-source-hint = Их список: `posylka sources`.
error-number = "{ $number }" не может быть трек-номером: { $why }.
error-number-hint = В трек-номере от 5 до 50 латинских букв и цифр; пробелы и дефисы не важны.
error-number-empty = он пуст
error-number-short = в нём меньше 5 знаков
error-number-long = в нём больше 50 знаков
error-number-character = в нём не только латинские буквы и цифры
error-number-digit = в нём нет ни одной цифры
error-no-numbers = в этом тексте нет трек-номеров.
error-no-numbers-hint = Назовите сам номер: posylka add НОМЕР.
error-input = не удалось прочесть стандартный ввод: { $why }.
error-input-hint = Передайте текст через канал или из файла: posylka add - < mail.txt
error-edit-nothing = менять нечего.
error-edit-nothing-hint = Скажите, что менять: --title, --shop, --order, --protected-until, --source, --close или --reopen.
error-kept = ничего не удалено.
error-kept-hint = Ответьте «д» или добавьте --yes.
error-undo-nothing = отменять нечего.
error-undo-nothing-hint = Добавление, правку, архив, возврат и удаление можно отменить в течение 7 дней.
error-no-answer = { $source } ещё не отвечал.
error-no-answer-hint = `posylka sync` спросит обо всём, чему пришёл срок.
error-store-newer = базу записала более новая posylka (версия { $found }, эта знает { $known }); база не тронута.
error-store-newer-hint = Обновите posylka или выберите другой каталог через --data-dir.
error-store-foreign = файл базы — не база posylka; он не тронут.
error-store-foreign-hint = Уберите этот файл или выберите другой каталог через --data-dir.
error-store-read-only = в базу нельзя писать.
error-store-read-only-hint = Проверьте права на каталог данных или выберите другой через --data-dir.
error-store-full = диск заполнен; ничего не изменено.
error-store-full-hint = Освободите место и повторите.
error-store-busy = база занята: другая программа держит её дольше 5 секунд.
error-store-busy-hint = Повторите чуть позже.
error-store-corrupt = файл базы повреждён.
error-store-corrupt-hint = Верните копию или уберите файл и начните заново.
error-store-other = база не сработала: { $why }
error-store-other-hint = `posylka doctor` осмотрит её подробно.

## Commands: mistakes in the configuration

config-place = { $place }: { $what }
config-line = { $file }, строка { $line }
config-unreadable = не прочитать: { $why }
config-syntax = это не TOML: { $what }
config-unknown-key = нет ключа "{ $key }".
config-unknown-source = нет источника "{ $id }".
config-wrong-value = "{ $key }" не может быть { $value }.
config-wrong-secret = у "{ $key }" неверное значение.
config-two-ways = заданы и "{ $first }", и "{ $second }".
config-keep-one = Оставьте что-то одно.
config-no-home = неизвестны ни домашний каталог, ни каталог XDG.
config-no-home-hint = Задайте HOME или назовите и --config, и --data-dir.
config-did-you-mean = Может быть, { $right }?
config-see-keys = Все ключи — в docs/configuration.md.
config-see-sources = Список источников: `posylka sources`; других имён нет.
config-wanted-one-of = Должно быть одно из: { $words }.
config-wanted-whole = Должно быть целое число от { $least } до { $most }.
config-wanted-country = Должна быть страна двумя буквами, например "RU".
config-wanted-switch = Должно быть true или false, без кавычек.
config-wanted-url = Должен быть адрес вроде "https://example.org".
config-wanted-proxy = Должен быть адрес вроде "socks5h://127.0.0.1:1080" или "http://proxy:3128".
config-wanted-text = Должен быть непустой текст в кавычках.
config-wanted-table = Должен быть раздел со своими ключами.
config-wanted-bit = Должно быть 1 или 0.
config-wanted-time = Должно быть время вроде 2026-11-23T12:00:00Z.
