## Everything: shared words

name = posylka

## Screen: dates, ages, counts

month-1 = янв
month-2 = фев
month-3 = мар
month-4 = апр
month-5 = мая
month-6 = июн
month-7 = июл
month-8 = авг
month-9 = сен
month-10 = окт
month-11 = ноя
month-12 = дек
date-short = { $day } { $month }
date-long = { $day } { $month } { $year }
date-range = { $from }{ $dash }{ $to }
date-month = { $month } { $year }
date-none = без даты
date-today = сегодня
date-tomorrow = завтра
weekday-1 = пн
weekday-2 = вт
weekday-3 = ср
weekday-4 = чт
weekday-5 = пт
weekday-6 = сб
weekday-7 = вс
age-now = сейчас
age-minutes = { $n } мин
age-hours = { $n } ч
age-days = { $n } дн
ago-now = только что
ago-minutes = { $n } мин назад
ago-hours = { $n } ч назад
ago-days = { $n ->
    [one] { $n } день назад
    [few] { $n } дня назад
   *[many] { $n } дней назад
}
days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
days-range = { $to ->
    [one] { $from }-{ $to } день
    [few] { $from }-{ $to } дня
   *[many] { $from }-{ $to } дней
}

## Screen: statuses

status-none = ещё не проверялась
status-not-found = пока не найдена
status-info-received = ждёт отправки
status-in-transit = в пути
status-available-for-pickup = готова к выдаче
status-ready-until = забрать до { $date }
status-ready-free = ждёт вас, бесплатно до { $date }
status-free = бесплатно до { $date }
status-kept = хранилась до { $date }
status-out-for-delivery = у курьера
status-delivery-failure = не вручена
status-delivered = доставлена
status-exception = проблема
status-expired = слишком долго в пути
status-quiet = { $status }, тихо { $n } дн
status-too-long = { $status } слишком долго
status-no-number-long = магазин не дал номер
status-not-found-long = пока нигде не найдена
status-not-collected = не забрана { $n } дн
status-not-reached = не все источники ответили
status-snoozed = отложена до { $date }
status-snoozed-short = до { $date }
status-closed = закрыта вами
sub-status-invalid-code = неверный номер
sub-status-picked-up = принята перевозчиком
sub-status-departure = вывезена
sub-status-arrival = в стране назначения
sub-status-customs-processing = на таможне
sub-status-customs-released = прошла таможню
sub-status-customs-requiring-information = таможня ждёт вас
sub-status-no-body = никого не застали
sub-status-security = задержана: проверка или сбор
sub-status-rejected = получатель отказался
sub-status-invalid-address = неверный адрес
sub-status-returning = едет обратно
sub-status-returned = вернулась отправителю
sub-status-damage = повреждена
sub-status-delayed = задерживается
sub-status-lost = утеряна
sub-status-destroyed = уничтожена
sub-status-cancel = отменена
outcome-answered = ответ получен
outcome-no-news = номер знает, новостей пока нет
outcome-unknown-number = не знает этого номера
outcome-blocked = просит капчу
outcome-refused = отказывается отвечать
outcome-wrong-address = по его адресу никто не отвечает
outcome-secret-unavailable = не спрошен: ключ не получить
outcome-rate-limited = просит спрашивать реже
outcome-budget-spent = лимит запросов исчерпан
outcome-bad-key = не принимает ключ
outcome-malformed-number = не принимает такой номер
outcome-more-data-needed = нужны ещё данные
outcome-too-large = прислал слишком большой ответ
outcome-temporary = пока не ответил
outcome-not-understood = ответил непонятно
trouble-offline = не спрошен: сеть отключена
trouble-timed-out = нет ответа за { $n } с
trouble-name-not-found = нет связи: имя не найдено (DNS)
trouble-connection-refused = нет связи: соединение отклонено
trouble-unreachable = нет связи: его сеть недостижима
trouble-cannot-connect = нет связи: не соединиться
trouble-broke-off = связь оборвалась до ответа
trouble-proxy = нет связи: не соединиться через прокси
trouble-proxy-password = нет связи: прокси требует имя и пароль
trouble-proxy-address = не спрошен: непонятен адрес прокси
trouble-proxy-scheme = не спрошен: прокси в окружении начинается с socks://; напишите socks5h://
trouble-untrusted = не спрошен: сертификат подписан неизвестно кем (TLS)
trouble-self-signed = не спрошен: сертификат подписан самим собой (TLS)
trouble-certificate-expired = не спрошен: сертификат истёк, или врут часы (TLS)
trouble-certificate-not-yet-valid = не спрошен: сертификат ещё не действует, или врут часы (TLS)
trouble-certificate-of-another = не спрошен: сертификат на другое имя (TLS)
trouble-tls = не спрошен: нет шифрованного соединения (TLS)
trouble-http-legal = не отвечает здесь по закону (HTTP 451)
trouble-http-refused = отказывается отвечать (HTTP { $status })
trouble-http-broken = не работает (HTTP { $status })
trouble-http-odd = ответил HTTP { $status }, а это ничего не говорит
trouble-out-of-order = показывает страницу, что не работает
trouble-page = вместо данных прислал веб-страницу
trouble-moved = переехал на другой адрес (HTTP { $status }); см. base_url
trouble-nothing-there = по его адресу ничего нет (HTTP { $status }); см. base_url
trouble-too-many-redirects = без конца посылает с адреса на адрес
trouble-bad-address = не спрошен: base_url — не адрес
trouble-command-code = не спрошен: команда для ключа завершилась с кодом { $code }
trouble-command-signal = не спрошен: команда для ключа прервана
trouble-command-timed-out = не спрошен: команда для ключа ничего не дала за { $n } с
trouble-command-not-run = не спрошен: команду для ключа не запустить
trouble-command-empty = не спрошен: команда для ключа вывела пустую строку
trouble-command-too-long = не спрошен: команда для ключа вывела слишком много
trouble-file-missing = не спрошен: файла с ключом нет
trouble-file-denied = не спрошен: файл с ключом нельзя читать
trouble-file-empty = не спрошен: файл с ключом пуст
trouble-file-timed-out = не спрошен: файл с ключом ничего не дал за { $n } с
trouble-file-unreadable = не спрошен: файл с ключом не прочитать

## Screen: header, list, bottom line

header-on-the-way = { $n } в пути
header-ready = { $n } забрать
header-stuck = { $n ->
    [one] { $n } застряла
    [few] { $n } застряли
   *[many] { $n } застряли
}
header-quiet = { $n } без новостей
header-news = { $n ->
    [one] { $n } новость
    [few] { $n } новости
   *[many] { $n } новостей
}
header-trouble = { $n ->
    [one] { $n } не вручена
    [few] { $n } не вручены
   *[many] { $n } не вручены
}
header-waiting = { $n ->
    [one] { $n } ждёт новостей
   *[other] { $n } ждут новостей
}
header-finished = { $n ->
    [one] { $n } завершена
    [few] { $n } завершены
   *[many] { $n } завершено
}
sort-urgency = по срочности
sort-title = по названию
sort-status = по состоянию
sort-silence = давно нет новостей
sort-number = по номеру
sort-eta = по ожидаемому дню
sort-protection = по защите
sort-changed = сначала новости
sort-added = сначала новые
list-title-archived = Архив
head-parcel = Посылка
head-status = Что с ней
head-news = Новости
head-expected = Ждём
head-dispute = Спор до
head-carrier = Перевозчик
head-number = Трек-номер
row-order = заказ { $code }
row-asking = запрос
expected-late = опаздывает
expected-by = до { $date }
dispute-over = истекла
list-filter = фильтр: { $text }
list-loading = Читаю...
list-empty = Посылок пока нет.
list-empty-add = Нажмите { $key } и введите или вставьте трек-номер.
list-empty-paste = Подойдёт любой текст с номерами.
list-empty-demo = Сначала осмотреться: posylka demo
list-empty-archived = В архиве пусто. { $key } - обратно к списку.
list-no-match = По запросу «{ $text }» ничего нет.
list-no-match-clear = Esc сбросит фильтр.
small-screen = Окно слишком маленькое: нужно 30x8.
bottom-checking = проверяю: { $done } из { $total } ответов
bottom-trouble = { $source } { $outcome }
bottom-trouble-until = { $source } { $outcome }, повтор { $time }
bottom-fresh = всё проверено
bottom-fresh-next = всё проверено, следующая проверка через { $time }
bottom-next = проверка через { $time }
bottom-unasked = ещё не спрошено: { $count }
bottom-unasked-next = ещё не спрошено: { $count }, проверка через { $time }
bottom-offline = без сети: источники не спрашиваются
bottom-demo = демо
bottom-broken = не сохраняется: { $what }
notice-added = { $n ->
    [one] { $n ->
        [1] Добавлено: { $name }
       *[other] Добавлена { $n } посылка
    }
    [few] Добавлены { $n } посылки
   *[many] Добавлено { $n } посылок
}
notice-already = Уже есть: { $name }
notice-edited = Сохранено: { $name }
notice-archived = В архиве: { $name }
notice-restored = Вернули из архива: { $name }
notice-removed = Удалено: { $name }
notice-undo = { $key } отменит
notice-undone-add = { $n ->
    [one] Добавление отменено: { $name }
    [few] Добавление отменено: { $n } посылки
   *[many] Добавление отменено: { $n } посылок
}
notice-undone-edit = Правка отменена: { $name }
notice-undone-archive = Вернули из архива: { $name }
notice-undone-restore = Снова в архиве: { $name }
notice-undone-remove = Вернули: { $name }
notice-imported = Импортировано: { $name }
notice-snoozed = Отложена: { $name }
notice-woken = Больше не отложена: { $name }
notice-undone-import = { $n ->
    [one] Импорт отменён: { $n ->
        [1] { $name }
       *[other] { $n } посылка
    }
    [few] Импорт отменён: { $n } посылки
   *[many] Импорт отменён: { $n } посылок
}
notice-nothing-to-undo = Отменять нечего
notice-nothing-to-redo = Возвращать нечего
notice-redo = { $key } вернёт как было
notice-unknown-key = «{ $key }» здесь ничего не делает; все клавиши: { $help }
notice-unknown-key-meant = «{ $key }» здесь ничего не делает; { $does }: { $other }
notice-unknown-answer = «{ $key }» не ответ: { $yes } да, { $no } нет
notice-copied = Отправлено в буфер терминала: { $text }
marking-hint = Выделите мышью. Esc: назад
marking-needed = Отсюда в буфер обмена не дойдёт: выделите мышью. Esc: назад
marking-page = { $page }/{ $pages }, пробел: дальше.
notice-no-number = Трек-номера ещё нет: { $key }, чтобы вписать
notice-no-page = Ни у кого пока нет страницы для этого номера
notice-packing = Собираю доказательства
notice-evidence = Доказательства: { $file }
notice-evidence-broken = Доказательства, но ответ { $id } изменён: { $file }
notice-nothing-to-snooze = Посылка завершена: откладывать нечего
notice-offline = Без сети: источники не спрашиваются
notice-checked-nothing = Проверено: нового нет
notice-checked-news = Проверено: { $n } с новостями
notice-not-checked = Проверить не удалось: { $why }
notice-no-news = Новостей с прошлого раза нет
notice-already-received = Уже получена или закрыта
notice-received = { $date ->
    [none] Получена: { $name }
   *[other] Получена: { $name }; спор можно открыть до { $date }
}
notice-no-step = Шага { $n } здесь нет
notice-fix-key = Впишите верный ключ { $source } в настройки; где они, скажет «posylka doctor»

## Screen: detail

detail-loading = Читаю...
detail-no-number = Трек-номера ещё нет. Появится - нажмите { $key }.
detail-on-the-way = { $n ->
    [one] { $n } день в пути
    [few] { $n } дня в пути
   *[many] { $n } дней в пути
}
detail-took = { $n ->
    [one] шла { $n } день
    [few] шла { $n } дня
   *[many] шла { $n } дней
}
detail-eta = ожидается { $date }
detail-eta-by = ожидается { $date } ({ $source })
detail-eta-by-shop = магазин обещает к { $date }
detail-protection = { $n ->
    [one] Защита кончится через { $n } день, { $date }.
    [few] Защита кончится через { $n } дня, { $date }.
   *[many] Защита кончится через { $n } дней, { $date }.
}
detail-protection-preset = Посчитано по сроку «{ $name }»; магазин этого не говорил.
detail-dispute-by = Откройте спор до { $date }.
detail-after-delivery = Спор можно открыть до { $date }: { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
} после вручения, по настройкам, не со слов магазина.
detail-after-confirmation = Спор можно открыть до { $date }: { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
} после подтверждения, по настройкам, не со слов магазина.
detail-protection-today = Защита кончается сегодня.
detail-protection-over = Защита кончилась { $date }.
detail-snooze-overruled = Отложена до { $date }, но это не ждёт.
detail-more-steps = { $n ->
    [one] ещё { $n } шаг: Enter
    [few] ещё { $n } шага: Enter
   *[many] ещё { $n } шагов: Enter
}
detail-news = Новое: { $now }; было: { $was }.
detail-more-events = ещё { $n }
detail-no-answer = Проверяли { $ago }: ни один источник не ответил.
detail-usual = Без новостей здесь: { $usual }.
detail-from = откуда: { $country }
detail-to = куда: { $country }
detail-carrier = Перевозчик: { $text }
detail-service = Услуга: { $text }
detail-last-mile = Последняя миля: { $text }
detail-shop = Магазин: { $text }
detail-orders = Заказы: { $text }
detail-order = Заказ: { $text }
detail-tags = Метки: { $text }
detail-note = Заметка: { $text }
detail-archived = В архиве с { $date }.
detail-closed = Закрыта вами { $date }.
detail-disagree = Источники расходятся: { $who }.
detail-claim = { $source } — { $status }
detail-checked = проверено { $ago }
detail-data-from = Последний ответ { $date }; проверка { $ago } не удалась.
detail-trouble = { $source }: { $outcome }
detail-trouble-next = { $source }: { $outcome }, повтор { $time }
detail-gap = { $n ->
    [one] { $n } день без новостей
    [few] { $n } дня без новостей
   *[many] { $n } дней без новостей
}
detail-no-events = Событий пока нет.
detail-withdrawn = убрано источником { $date }
detail-contradicts = { $source }: { $status }
detail-zone-hint = { $mark } после времени: перевозчик не указал часовой пояс.

## Screen: dialogs

add-title = Добавить посылки
add-numbers = Номера
add-name = Название
add-go-to = Enter: перейти к ней
add-nothing = Введите или вставьте номер, список с названиями или письмо о заказе целиком.
add-number = { $number }: трек-номер
add-number-format = { $number }: { $format }
add-near-check = { $number }: похоже на { $format }, но контрольная цифра не сходится
add-near-issuer = { $number }: похоже на { $format }, но почты с такими последними буквами нет
add-near-missing = { $number }: похоже на { $format }, но { $n ->
    [one] не хватает { $n } знака
    [few] не хватает { $n } знаков
   *[many] не хватает { $n } знаков
}
add-near-extra = { $number }: похоже на { $format }, но { $n ->
    [one] лишний { $n } знак
    [few] лишние { $n } знака
   *[many] лишних { $n } знаков
}
add-order = Заказ { $order }: трек-номера здесь нет. Будет добавлен и станет ждать номера.
add-pasted = вставлен текст: { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
}
add-left = { $number } похоже на номер, но такой вид нам не знаком. Пробел - взять.
add-over = { $number }: в тексте сказано, что заказ завершён. Пробел - всё равно взять.
add-not-taken = { $n ->
    [one] Не взят { $n } похожий на номер кусок: «вниз», потом пробел - взять.
    [few] Не взяты { $n } похожих на номер куска: «вниз», потом пробел - взять.
   *[many] Не взято { $n } похожих на номер кусков: «вниз», потом пробел - взять.
}
add-row-already = уже есть: { $name }
add-row-over = заказ завершён
add-row-not-taken = не взято: вид не знаком
add-row-order = заказ, трек-номера ещё нет
add-row-corrected = было { $text }
add-row-near = похоже на { $format }, но с ошибкой
add-fact-order = заказ { $order }
add-fact-protected = защита до { $date }
add-fact-expected = ждём к { $date }
add-choice-typed = как набрано
add-choice-look-alike = буква из другого алфавита
add-choice-layout = набрано в русской раскладке
add-choice-confused = буква вместо цифры или наоборот
add-choice-country = другая страна на конце
add-choice-doubled = без удвоенного знака
add-choice-swapped = соседние знаки переставлены
add-choice-mistyped = один знак другой
add-choice-missing = с пропущенным знаком
add-choice-extra = без лишнего знака
add-already = { $number } уже в списке: { $name }
add-wrong-empty = { $text }: здесь ничего нет
add-wrong-short = { $text }: коротко, нужно хотя бы 5 знаков
add-wrong-long = { $text }: слишком длинно для трек-номера
add-wrong-character = { $text }: в трек-номере только латинские буквы и цифры
add-wrong-digit = { $text }: в трек-номере бывают цифры
add-count = { $n ->
    [0] Enter: добавлять пока нечего
    [one] Enter добавит { $n } посылку
    [few] Enter добавит { $n } посылки
   *[many] Enter добавит { $n } посылок
}
edit-dialog = Изменить: { $name }
edit-field-title = Название
edit-field-number = Второй трек-номер
edit-field-shop = Магазин
edit-field-orders = Заказы
edit-field-ordered = Заказано
edit-field-shipped = Отправлено
edit-field-received = Получено
edit-field-protection = Защита до
edit-field-stale-after = Застряла через, дней
edit-field-note = Заметка
edit-field-tags = Метки
edit-list-hint = Несколько - через запятую.
edit-date-hint = До какого числа? 26.12, 12 января или сколько дней осталось: 30д. От отправки: +75 или { $presets }; +14 после даты продлит.
edit-past-hint = День: 03.11, 3 ноября, вчера, 5д (5 дней назад).
edit-received-hint = День, когда вы подтвердили получение; «-» — так и не пришла, что бы ни писали источники.
edit-of-order = Для заказа { $order }.
edit-number-hint = Трек-номер этой посылки, когда магазин его назовёт.
edit-number-bad = Это не может быть трек-номером.
edit-no-order-date = Считается от заказа: укажите выше, когда он сделан.
edit-no-shipping-date = Считается от отправки: укажите выше, когда она была.
edit-date-bad = Это не дата. Например: 26.12, 12 января, 30д, +75 или { $presets }.
day-not-understood = Это не дата. Например: 26.11, 12 ноября, вчера, 5д.
day-no-such = Такой даты нет.
day-two-ways = Что здесь день, а что месяц? Напишите 03.04 или 3 апреля.
day-to-come = Эта дата ещё не наступила.
day-past = Эта дата уже прошла, нужна будущая.
edit-days-hint = После скольких дней молчания эта посылка застряла, 1–365; пусто: { $n }, как в настройках.
edit-days-bad = Нужно число дней от 1 до 365.
snooze-dialog = Отложить: { $name }
snooze-field = До
snooze-hint = 26.11, 12 ноября, 7д, завтра. Пусто: не откладывать.
snooze-until = Не напоминать до { $date }. Новости разбудят её сразу, как и близкий конец защиты.
snooze-overruled = До { $date } её всё равно будет видно: раньше кончается защита или бесплатное хранение.
confirm-title = Точно?
confirm-remove = Удалить «{ $name }»?
confirm-keys = { $yes } удалить ({ $undo } вернёт), { $no } оставить
confirm-archive = Убрать «{ $name }» в архив?
confirm-archive-protection = { $n ->
    [0] Защита кончается сегодня. Из архива о споре никто не напомнит.
    [one] Защита ещё { $n } день, до { $date }. Из архива о споре никто не напомнит.
    [few] Защита ещё { $n } дня, до { $date }. Из архива о споре никто не напомнит.
   *[many] Защита ещё { $n } дней, до { $date }. Из архива о споре никто не напомнит.
}
confirm-archive-keys = { $yes } убрать ({ $undo } вернёт), { $no } оставить в списке
confirm-undo-add = { $n ->
    [one] Отменить добавление «{ $name }» ({ $when })?
    [few] Отменить добавление { $n } посылок ({ $when })?
   *[many] Отменить добавление { $n } посылок ({ $when })?
}
confirm-undo-import = { $n ->
    [one] Отменить импорт «{ $name }» ({ $when })?
    [few] Отменить импорт { $n } посылок ({ $when })?
   *[many] Отменить импорт { $n } посылок ({ $when })?
}
confirm-undo-edit = Отменить изменение «{ $name }» ({ $when })?
confirm-undo-archive = Вернуть «{ $name }» из архива (убрана { $when })?
confirm-undo-restore = Отменить возвращение «{ $name }» ({ $when })?
confirm-undo-remove = Вернуть «{ $name }» (удалена { $when })?
confirm-undo-answered = { $n ->
    [one] Она уйдёт из списка вместе с тем, что о ней известно.
    [few] { $n } из них уйдут из списка вместе с тем, что о них известно.
   *[many] { $n } из них уйдут из списка вместе с тем, что о них известно.
}
confirm-undo-keys = { $yes } отменить ({ $redo } вернёт), { $no } оставить как есть
barcode-title = Для почты
pages-title = Посмотреть: { $name }
barcode-title-of = Для почты: номер { $place } из { $count }
help-title = Клавиши
help-place-panes = Главный экран
help-place-filter = Фильтр
help-place-add = Добавление
help-place-add-table = Добавление: таблица
help-place-edit = Изменение
help-place-snooze = Отложить
help-place-confirm = Вопрос
help-place-barcode = Штрихкод
help-place-pages = Сайты отслеживания
help-place-help = Этот список
help-place-marking = У текста для выделения
help-place-everywhere = Везде
help-marks = Значки
help-mark-stale = застряла: слишком долго нет новостей
help-mark-quiet = давно без новостей, но там это ещё нормально
help-mark-ready = готова к выдаче
help-mark-trouble = что-то не так
help-mark-out = у курьера
help-mark-moving = в пути
help-mark-waiting = ждёт отправки или пока не найдена
help-mark-unasked = ещё не проверялась
help-mark-snoozed = отложена вами
help-mark-done = доставлена
help-mark-ended = завершена: вернулась, утеряна, закрыта
help-mark-assumed = перед датой: предположение, магазин этого не говорил
help-mark-disagree = источники расходятся
help-mark-failing = источник не отвечает
help-mark-news = есть новости с прошлого раза
help-mark-zone = после времени: часовой пояс неизвестен
help-layout = Те же клавиши работают в русской раскладке. Если Ctrl в ней пропадает, есть вторая клавиша.

## Screen: keys

key-add = добавить номер, несколько или любой текст с номерами
key-check = проверить эту посылку
key-check-all = проверить все
key-filter = фильтр по названию, номеру, магазину, месту
key-edit = изменить название, магазин, заказы, защиту, заметку
key-help = этот список клавиш
key-quit = выход
key-down = вниз
key-up = вверх
key-top = в начало
key-bottom = в конец
key-page-down = на страницу вниз
key-page-up = на страницу вверх
key-half-down = на полстраницы вниз
key-half-up = на полстраницы вверх
key-open = к посылке
key-back = к списку
key-other-pane = к другой панели
key-do-step = сделать шаг с этим номером
hint-do-step = сделать
key-next-news = к следующей посылке с новостями
hint-next-news = новости
key-mark-all-seen = отметить все новости просмотренными
key-received = пришла: отметить получение сегодня
hint-received = получена
hint-back = назад
key-next-parcel = к следующей посылке
key-previous-parcel = к предыдущей посылке
key-sort = сортировать иначе
key-archive = в архив или из архива
key-snooze = отложить до выбранного дня или вернуть
key-show-archived = показать архив или вернуться
key-delete = удалить; сначала спросит
key-undo = отменить последнее изменение
key-redo = вернуть то, что отменено последним
key-copy-number = скопировать номер
key-mark = показать номер отдельно, чтобы выделить мышью
key-copy-page = сайты, где можно посмотреть номер
key-barcode = показать номер штрихкодом и QR
key-evidence = записать доказательства для спора в файл
key-next-number = следующий номер
key-page-copy = скопировать адрес
key-page-mark = показать адрес отдельно, чтобы выделить мышью
key-previous-number = предыдущий номер
key-clear = назад: к списку, сбросить фильтр, выйти из архива
key-filter-keep = оставить фильтр
key-filter-clear = сбросить фильтр
key-add-submit = добавить
key-add-down = в таблицу; у одного номера - следующий возможный
key-add-up = предыдущий возможный номер
key-add-switch = взять эту строку или нет
key-add-switch-all = взять все строки или ни одной
key-add-choose = следующий возможный номер в этой строке
key-add-choose-previous = предыдущий возможный номер в этой строке
key-next-field = следующее поле
key-previous-field = предыдущее поле
key-cancel = закрыть, ничего не меняя
key-edit-submit = сохранить
key-snooze-submit = отложить
key-yes = да
key-no = нет
key-barcode-size = крупнее или мельче, если есть место
key-help-close = закрыть
key-help-down = вниз
key-help-up = вверх
key-suspend = приостановить, как любую программу
hint-add = добавить
hint-add-choose = выбрать
hint-add-switch = да/нет
hint-add-switch-all = все
hint-check = проверить
hint-filter = фильтр
hint-edit = изменить
hint-help = справка
hint-quit = выход
hint-sort = сортировка
hint-archive = архив
hint-undo = вернуть
hint-filter-keep = оставить
hint-filter-clear = сбросить
hint-next-field = дальше
hint-cancel = закрыть
hint-save = сохранить
hint-snooze = отложить
hint-yes = да
hint-no = нет
hint-next-number = след. номер
hint-copy = скопировать
hint-barcode-size = размер
hint-close = закрыть
hint-scroll = листать

key-letter = написать продавцу или перевозчику
key-letters = показать написанные письма
key-letter-send = скопировать письмо и записать в журнал
key-letter-keep = записать в журнал, не копируя
key-letter-mark = показать письмо отдельно, чтобы выделить мышью
key-letter-close = закрыть; изменённое останется при посылке
key-letter-next = о чём писать: дальше
key-letter-previous = о чём писать: назад
key-letter-addressee = продавцу или перевозчику
key-letter-language = другой язык
key-letter-beside = перевод или само письмо
key-letter-outside = править в своём редакторе (VISUAL, EDITOR)
key-letter-afresh = вернуть черновик или ваш текст
hint-letter = письмо
hint-letter-send = копировать
hint-letter-beside = перевод
hint-letter-outside = редактор
hint-letter-afresh = черновик
help-place-letter = Письмо
help-place-letters = Написанные письма

## Screen and commands: advice

advice-line = { $action }: { $reason }
advice-situation-no-number-yet = { $days } нет трек-номера от магазина (норма — { $normal }).
advice-normal-parcel = { $days }, задано для этой посылки
advice-normal-setting = { $days }, ваша настройка
advice-normal-experience = { $days }; { $usual }
advice-usual = обычно { $days }, { $parcels }
advice-parcels-route = { $n ->
    [one] { $n } посылка на этом маршруте
    [few] { $n } посылки на этом маршруте
   *[many] { $n } посылок на этом маршруте
}
advice-parcels-destination = { $n ->
    [one] { $n } посылка в эту страну
    [few] { $n } посылки в эту страну
   *[many] { $n } посылок в эту страну
}
advice-parcels-all = { $n ->
    [one] { $n } доставленная посылка
    [few] { $n } доставленные посылки
   *[many] { $n } доставленных посылок
}
advice-situation-unknown-number = Не найдена уже { $days } (новый номер обычно появляется за { $normal }).
advice-situation-number-mistyped = Похоже, в номере опечатка.
advice-situation-nobody-asked = О ней ещё не спрашивали ни один источник.
advice-situation-announced-only = Только оформлена, { $days } без новостей: у перевозчика её ещё нет (норма — { $normal }).
advice-situation-stuck-at-origin = { $days } без новостей после приёма (норма — { $normal }).
advice-situation-stuck-in-transit = { $days } без новостей в пути (норма — { $normal }).
advice-situation-stuck-on-line-haul = { $days } без новостей после вывоза из страны (норма — { $normal }).
advice-situation-past-the-border = { $days } без новостей: дальше границы этот тариф не отслеживается (норма — { $normal }).
advice-situation-stuck-at-customs = { $days } без новостей на таможне (норма — { $normal }).
advice-situation-stuck-after-customs = { $days } без новостей в стране назначения (норма — { $normal }).
advice-situation-stuck-with-courier = { $days } у курьера (норма — { $normal }).
advice-situation-customs-wants-papers = Таможне что-то нужно от вас.
advice-situation-held = Задержана для проверки или оплаты.
advice-situation-ready-for-pickup = Готова к выдаче.
advice-situation-pickup-overdue = Не забрана уже { $days }.
advice-situation-storage-ending = Готова к выдаче, но срок хранения кончается.
advice-situation-storage-over = Не забрана вовремя: срок хранения кончился.
advice-situation-delivery-failed = Вручить не удалось.
advice-situation-wrong-address = Адрес неверный или неполный.
advice-situation-going-back = Возвращается отправителю.
advice-situation-damaged = Повреждена в пути.
advice-situation-problem = В пути что-то пошло не так.
advice-situation-ended-undelivered = Она уже не придёт.
advice-situation-delivered-disputed = Один источник пишет «доставлена», другой — что нет.
advice-situation-delivered-missing = Отмечена доставленной, а вы её не получили.
advice-situation-sources-disagree = Источники противоречат друг другу.
advice-situation-expected-too-late = Ожидается уже после конца защиты.
advice-situation-protection-ending = Ещё в пути, а защита скоро кончится.
advice-situation-key-refused = { $about } не принимает ключ.
advice-situation-key-unavailable = Ключ для { $about } не получить.
advice-situation-data-wanted = { $about } нужно больше, чем номер.
advice-situation-number-refused = { $about } не принимает этот номер.
advice-situation-sources-blocked = Сейчас спросить некого: { $about } не пускает.
advice-situation-sources-failing = Сейчас никто ничего не говорит: от { $about } нет внятного ответа.
advice-action-wait = { $date ->
    [none] Подождать (отложить)
   *[other] Подождать до { $date } (отложить)
}
advice-action-check-number = { $about ->
    [none] Скопировать номер и сверить с заказом
   *[other] Скопировать номер и сверить с заказом ({ $about }?)
}
advice-action-check-now = Спросить источники сейчас
advice-action-ask-sources = Спросить и другие источники ({ $about })
advice-action-open-pages = Посмотреть на сайтах: { $about }
advice-action-ask-seller = Написать продавцу
advice-action-ask-extension = Попросить продлить защиту
advice-action-ask-carrier = { $about ->
    [none] Написать почте или курьеру на месте
   *[other] Написать перевозчику: { $about }
}
advice-action-answer-customs = Документы или оплата: открыть сайты
advice-action-collect = { $date ->
    [none] Забрать (штрихкод)
   *[other] Забрать до { $date } (штрихкод)
}
advice-action-open-dispute = { $date ->
    [none] Открыть спор (доказательства)
   *[other] Открыть спор до { $date } (доказательства)
}
advice-action-fix-key = Исправить ключ { $about } в настройках
advice-action-wait-for-source = { $date ->
    [none] Подождать { $about }
   *[other] Подождать { $about } до { $date }
}
advice-reason-still-normal = столько без новостей ещё нормально
advice-reason-snoozed = вы её отложили
advice-reason-shows-late = новый номер часто появляется только через 7–10 дней
advice-reason-to-border-only = дальше границы этот тариф не отслеживается
advice-reason-check-digit = контрольная цифра не сходится
advice-reason-issuer = ни одна почта не использует такие последние буквы
advice-reason-length = знаков не хватает или они лишние
advice-reason-form-refused = там трек-номера выглядят иначе
advice-reason-nobody-knows = ни один источник её не находит
advice-reason-never-asked = ещё никого не спрашивали
advice-reason-not-yet-asked = включено, но о ней ещё не спрашивали
advice-reason-check-fits = контрольная цифра сходится, он переписан верно; но тот ли это номер?
advice-reason-switched-off = выключено или нет ключа
advice-reason-pinned = для неё выбраны другие источники
advice-reason-may-know-more = там могут знать больше
advice-reason-no-number = магазин не прислал трек-номер
advice-reason-not-handed-over = возможно, он её ещё не отправил
advice-reason-silent-too-long = слишком долго нет новостей
advice-reason-customs-ask = таможня просит сведения
advice-reason-held-for-fee = до этого её не отпустят
advice-reason-goes-back = что не забрали, отправляют назад
advice-reason-storage-costs = потом хранение платное
advice-reason-storage-over = её могли уже отправить назад
advice-reason-new-attempt = можно договориться о новой попытке
advice-reason-bad-address = адрес нужно исправить
advice-reason-on-its-way-back = пусть отправит снова или вернёт деньги
advice-reason-is-damaged = приложите фото посылки и вещей
advice-reason-went-wrong = никто не говорит, что случилось
advice-reason-will-not-come = вам должны вернуть деньги
advice-reason-said-delivered = кто и когда её получил?
advice-reason-contradiction = чтобы узнать, кто прав
advice-reason-protection-ends = защита заканчивается
advice-reason-too-late = посылку ждут уже после конца защиты
advice-reason-protection-over = защита закончилась
advice-reason-key-bad = без него ответов не будет
advice-reason-key-missing = разблокируйте его или проверьте команду или файл в настройках
advice-reason-wants-more = нужен индекс, телефон или подобное
advice-reason-blocked = скоро заработает само
advice-reason-quota-used-up = запросы пока кончились
advice-reason-unreachable = не отвечает или отвечает непонятно
advice-severity-info = к сведению, можно ждать
advice-severity-act = надо что-то сделать
advice-severity-urgent = срочно: возможность скоро пропадёт

## Screen and commands: letters; what they themselves say is in message.ftl
message-situation-no-number = ещё нет трек-номера
message-situation-not-shipped = не передана перевозчику
message-situation-not-tracked = номер не отслеживается
message-situation-wrong-number = похоже, в номере ошибка
message-situation-stuck = давно нет новостей
message-situation-at-customs = на таможне
message-situation-customs-papers = таможня просит документы
message-situation-held = задержана для проверки или оплаты
message-situation-hold-longer = где забрать и хранить дольше
message-situation-delivery-failed = вручить не удалось
message-situation-wrong-address = адрес неверный
message-situation-going-back = возвращается
message-situation-damaged = повреждена
message-situation-problem = что-то пошло не так
message-situation-not-coming = уже не придёт
message-situation-not-received = доставлена, но не получена
message-situation-contradiction = источники противоречат друг другу
message-situation-extend = просьба продлить защиту
message-to-seller = продавцу
message-to-carrier = перевозчику
message-in-english = на английском
message-in-chinese = на китайском
message-in-russian = на русском
message-how-copied = отправлено в буфер обмена
message-how-noted = записано
message-how-printed = напечатано
message-headline = { $date }, { $to }, { $language }: { $about } ({ $how })
letter-title = Письмо: { $name }
letter-changed = Вы его изменили; { $key } покажет черновик.
letter-empty = Отправлять нечего: текста нет.
letter-beside = О чём оно, по черновику:
letter-no-editor = Редактор не задан: укажите его в VISUAL или EDITOR, например EDITOR=nano.
letter-editor-failed = Ошибка редактора { $editor } ({ $why }); письмо осталось прежним.
letter-file-failed = Не удаётся использовать файл для редактора ({ $why }); письмо осталось прежним.
letters-title = Письма: { $name }
detail-wrote = { $more ->
    [0] Письмо { $to } { $date }: { $about } (M)
    [one] Письмо { $to } { $date }: { $about }, и ещё { $more } письмо (M)
    [few] Письмо { $to } { $date }: { $about }, и ещё { $more } письма (M)
   *[many] Письмо { $to } { $date }: { $about }, и ещё { $more } писем (M)
}
detail-unsent = Не отправлено: письмо { $to }, { $about } (m)
notice-letter-copied = Отправлено в буфер обмена и записано в журнал: письмо { $to }
notice-letter-kept = Записано в журнал: письмо { $to }
notice-no-letters = Писем о ней не записано; m — написать
cli-message-same = Такое письмо в журнале уже есть.
error-message-to = здесь никого не зовут "{ $text }".
error-message-about = нет положения "{ $text }".
error-message-numbered = { $about } — о заказе без трек-номера, а у этой посылки он есть.
error-message-numbered-hint = Номер неверный? Тогда --about { $instead }.
error-message-nobody = о { $about } не пишут адресату { $to }.
error-message-nobody-hint = Адресату { $to } пишут о: { $words }
error-message-empty = на стандартном вводе нет текста.
error-message-empty-hint = Например: posylka message 1 --sent < letter.txt

## Screen: countries (ISO 3166-1 alpha-2, and XK)

country-ad = Андорра
country-ae = ОАЭ
country-af = Афганистан
country-ag = Антигуа и Барбуда
country-ai = Ангилья
country-al = Албания
country-am = Армения
country-ao = Ангола
country-aq = Антарктида
country-ar = Аргентина
country-as = Американское Самоа
country-at = Австрия
country-au = Австралия
country-aw = Аруба
country-ax = Аландские острова
country-az = Азербайджан
country-ba = Босния и Герцеговина
country-bb = Барбадос
country-bd = Бангладеш
country-be = Бельгия
country-bf = Буркина-Фасо
country-bg = Болгария
country-bh = Бахрейн
country-bi = Бурунди
country-bj = Бенин
country-bl = Сен-Бартелеми
country-bm = Бермуды
country-bn = Бруней
country-bo = Боливия
country-bq = Карибские Нидерланды
country-br = Бразилия
country-bs = Багамы
country-bt = Бутан
country-bv = Остров Буве
country-bw = Ботсвана
country-by = Беларусь
country-bz = Белиз
country-ca = Канада
country-cc = Кокосовые острова
country-cd = ДР Конго
country-cf = ЦАР
country-cg = Конго
country-ch = Швейцария
country-ci = Кот-д’Ивуар
country-ck = Острова Кука
country-cl = Чили
country-cm = Камерун
country-cn = Китай
country-co = Колумбия
country-cr = Коста-Рика
country-cu = Куба
country-cv = Кабо-Верде
country-cw = Кюрасао
country-cx = Остров Рождества
country-cy = Кипр
country-cz = Чехия
country-de = Германия
country-dj = Джибути
country-dk = Дания
country-dm = Доминика
country-do = Доминиканская Республика
country-dz = Алжир
country-ec = Эквадор
country-ee = Эстония
country-eg = Египет
country-eh = Западная Сахара
country-er = Эритрея
country-es = Испания
country-et = Эфиопия
country-fi = Финляндия
country-fj = Фиджи
country-fk = Фолклендские острова
country-fm = Микронезия
country-fo = Фарерские острова
country-fr = Франция
country-ga = Габон
country-gb = Великобритания
country-gd = Гренада
country-ge = Грузия
country-gf = Французская Гвиана
country-gg = Гернси
country-gh = Гана
country-gi = Гибралтар
country-gl = Гренландия
country-gm = Гамбия
country-gn = Гвинея
country-gp = Гваделупа
country-gq = Экваториальная Гвинея
country-gr = Греция
country-gs = Южная Георгия
country-gt = Гватемала
country-gu = Гуам
country-gw = Гвинея-Бисау
country-gy = Гайана
country-hk = Гонконг
country-hm = Острова Херд и Макдональд
country-hn = Гондурас
country-hr = Хорватия
country-ht = Гаити
country-hu = Венгрия
country-id = Индонезия
country-ie = Ирландия
country-il = Израиль
country-im = Остров Мэн
country-in = Индия
country-io = Британская территория в Индийском океане
country-iq = Ирак
country-ir = Иран
country-is = Исландия
country-it = Италия
country-je = Джерси
country-jm = Ямайка
country-jo = Иордания
country-jp = Япония
country-ke = Кения
country-kg = Киргизия
country-kh = Камбоджа
country-ki = Кирибати
country-km = Коморы
country-kn = Сент-Китс и Невис
country-kp = КНДР
country-kr = Южная Корея
country-kw = Кувейт
country-ky = Каймановы острова
country-kz = Казахстан
country-la = Лаос
country-lb = Ливан
country-lc = Сент-Люсия
country-li = Лихтенштейн
country-lk = Шри-Ланка
country-lr = Либерия
country-ls = Лесото
country-lt = Литва
country-lu = Люксембург
country-lv = Латвия
country-ly = Ливия
country-ma = Марокко
country-mc = Монако
country-md = Молдова
country-me = Черногория
country-mf = Сен-Мартен
country-mg = Мадагаскар
country-mh = Маршалловы Острова
country-mk = Северная Македония
country-ml = Мали
country-mm = Мьянма
country-mn = Монголия
country-mo = Макао
country-mp = Северные Марианские острова
country-mq = Мартиника
country-mr = Мавритания
country-ms = Монтсеррат
country-mt = Мальта
country-mu = Маврикий
country-mv = Мальдивы
country-mw = Малави
country-mx = Мексика
country-my = Малайзия
country-mz = Мозамбик
country-na = Намибия
country-nc = Новая Каледония
country-ne = Нигер
country-nf = Остров Норфолк
country-ng = Нигерия
country-ni = Никарагуа
country-nl = Нидерланды
country-no = Норвегия
country-np = Непал
country-nr = Науру
country-nu = Ниуэ
country-nz = Новая Зеландия
country-om = Оман
country-pa = Панама
country-pe = Перу
country-pf = Французская Полинезия
country-pg = Папуа — Новая Гвинея
country-ph = Филиппины
country-pk = Пакистан
country-pl = Польша
country-pm = Сен-Пьер и Микелон
country-pn = Острова Питкэрн
country-pr = Пуэрто-Рико
country-ps = Палестина
country-pt = Португалия
country-pw = Палау
country-py = Парагвай
country-qa = Катар
country-re = Реюньон
country-ro = Румыния
country-rs = Сербия
country-ru = Россия
country-rw = Руанда
country-sa = Саудовская Аравия
country-sb = Соломоновы Острова
country-sc = Сейшелы
country-sd = Судан
country-se = Швеция
country-sg = Сингапур
country-sh = Остров Святой Елены
country-si = Словения
country-sj = Шпицберген и Ян-Майен
country-sk = Словакия
country-sl = Сьерра-Леоне
country-sm = Сан-Марино
country-sn = Сенегал
country-so = Сомали
country-sr = Суринам
country-ss = Южный Судан
country-st = Сан-Томе и Принсипи
country-sv = Сальвадор
country-sx = Синт-Мартен
country-sy = Сирия
country-sz = Эсватини
country-tc = Теркс и Кайкос
country-td = Чад
country-tf = Французские Южные территории
country-tg = Того
country-th = Таиланд
country-tj = Таджикистан
country-tk = Токелау
country-tl = Восточный Тимор
country-tm = Туркмения
country-tn = Тунис
country-to = Тонга
country-tr = Турция
country-tt = Тринидад и Тобаго
country-tv = Тувалу
country-tw = Тайвань
country-tz = Танзания
country-ua = Украина
country-ug = Уганда
country-um = Внешние малые острова США
country-us = США
country-uy = Уругвай
country-uz = Узбекистан
country-va = Ватикан
country-vc = Сент-Винсент и Гренадины
country-ve = Венесуэла
country-vg = Британские Виргинские острова
country-vi = Американские Виргинские острова
country-vn = Вьетнам
country-vu = Вануату
country-wf = Уоллис и Футуна
country-ws = Самоа
country-xk = Косово
country-ye = Йемен
country-yt = Майотта
country-za = ЮАР
country-zm = Замбия
country-zw = Зимбабве

## Commands: talk

cli-days = { $days } дн.
cli-stale = застряла
cli-kept = до { $day }
cli-kept-free = бесплатно до { $day }
cli-snoozed = отложена до { $day }
cli-snooze-overruled = { $day }, но это не ждёт
cli-stale-after = застряла через { $days } (для этой)
cli-protected = до { $day }
cli-withdrawn = [убрано источником]
cli-disagree = источники расходятся
cli-no-events = Событий пока нет.
cli-list-empty = Посылок пока нет. Добавьте первую: `posylka add НОМЕР`, или осмотритесь в `posylka demo`.
cli-list-none = Ни одна посылка не подходит.
cli-list-id = ID
cli-list-title = НАЗВАНИЕ
cli-list-number = НОМЕР
cli-list-status = СОСТОЯНИЕ
cli-list-silent = БЕЗ НОВОСТЕЙ
cli-list-eta = ОЖИДАЕТСЯ
cli-list-protection = ЗАЩИТА ДО
cli-show-id = Id
cli-show-numbers = Номера
cli-show-status = Состояние
cli-show-carrier = Перевозчик
cli-show-route = Путь
cli-show-eta = Ожидается
cli-show-silent = Без новостей
cli-show-normal = Норма
cli-show-snoozed = Отложена до
cli-show-protected = Защита до
cli-show-shop = Магазин
cli-show-orders = Заказы
cli-show-tags = Метки
cli-show-note = Заметка
cli-show-pinned = Спрашивать только
cli-show-excluded = Не спрашивать
cli-show-checked = Проверена
cli-show-next = Следующая проверка
cli-add-joined = { $number } теперь в посылке { $id }: она его ждала.
cli-add-already = { $number } уже есть в посылке { $id }.
cli-add-is-order = { $order } — номер заказа { $shop }, а не трек-номер: добавлен заказ, который ждёт трек-номера. Если это всё же трек-номер, добавьте его с --source.
cli-add-suspicious = { $number }: похоже на опечатку, { $why }. Добавлено как есть.
cli-add-next = `posylka sync` спросит источники, `posylka` откроет экран.
cli-add-left = { $n ->
    [one] Не взято, хотя похоже на номер: { $numbers }. Взять: `posylka add НОМЕР`.
    [few] Не взяты { $n }, хотя похожи на номера: { $numbers }. Взять: `posylka add НОМЕР`.
   *[many] Не взяты { $n }, хотя похожи на номера: { $numbers }. Взять: `posylka add НОМЕР`.
}
cli-add-over = { $n ->
    [one] Не взято, в тексте сказано, что заказ завершён: { $numbers }.
    [few] Не взяты { $n }, в тексте сказано, что заказы завершены: { $numbers }.
   *[many] Не взяты { $n }, в тексте сказано, что заказы завершены: { $numbers }.
}
cli-edit-same = Менять нечего: { $name }.
cli-remove-question = Удалить { $names }? [д/Н]
cli-read-only = Базу здесь можно только читать: ничего не меняется, и никто не опрашивается.
cli-backup-written = Скопировано и проверено: { $file }, { $parcels ->
    [one] { $parcels } посылка
    [few] { $parcels } посылки
   *[many] { $parcels } посылок
}.
cli-salvaged = Спасено: { $parcels ->
    [one] { $parcels } посылка
    [few] { $parcels } посылки
   *[many] { $parcels } посылок
}, { $events ->
    [one] { $events } событие
    [few] { $events } события
   *[many] { $events } событий
}, { $answers ->
    [one] { $answers } сохранённый ответ
    [few] { $answers } сохранённых ответа
   *[many] { $answers } сохранённых ответов
}.
cli-salvage-whole = Всё на месте.
cli-salvage-no-parcels = Пропало: { $count ->
    [one] { $count } посылка
    [few] { $count } посылки
   *[many] { $count } посылок
}.
cli-salvage-no-events = Пропало: { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[many] { $count } событий
}; то, что источник ещё показывает, вернёт следующая проверка.
cli-salvage-no-answers = Пропало: { $count ->
    [one] { $count } сохранённый ответ
    [few] { $count } сохранённых ответа
   *[many] { $count } сохранённых ответов
}. Доказательства теперь неполные.
cli-salvage-no-checks = Пропали записи о проверках: { $count }.
cli-salvage-no-messages = Пропало писем из журнала: { $count }.
cli-salvage-no-steps = Пропало шагов, которые можно было отменить: { $count }.
cli-salvage-rows = Строк, найденных лишь частично или без смысла: { $count }.
cli-salvage-pages = Диск не смог прочесть страниц: { $count } из { $pages }.
cli-salvage-mended = Повреждённых значений: { $count }; они прочитаны, насколько удалось, или опущены.
cli-salvage-bare = От некоторых посылок остались только номера или пометки: { $ids }.
cli-salvage-next = Чтобы работать с ней: posylka restore { $file }
cli-restore-question = Вернуть копию от { $made }, в ней { $parcels ->
    [one] { $parcels } посылка
    [few] { $parcels } посылки
   *[many] { $parcels } посылок
}? Сейчас посылок: { $now }. [д/Н]
cli-restored = База возвращена: { $parcels ->
    [one] { $parcels } посылка
    [few] { $parcels } посылки
   *[many] { $parcels } посылок
}.
cli-restore-old = Прежняя база: { $file }
error-restore-kept = база осталась как была.
error-restore-kept-hint = Ответьте «д» или добавьте --yes.
doctor-repair-none = База в порядке; ничего не изменено.
doctor-repaired = Повреждённый файл сохранён: { $file }
doctor-db-read-only = читать её можно, менять нельзя: { $why }
error-unreadable = часть сохранённого больше не прочесть ({ $places }); всё остальное прочитано.
error-unreadable-parcels = часть сохранённого о посылке { $parcels } больше не прочесть ({ $places }); всё остальное прочитано.
error-unreadable-hint = `posylka doctor --repair` сохранит всё, что читается, и отложит повреждённый файл.
cli-removed = { $count ->
    [one] Удалена { $count } посылка. `posylka undo` вернёт её.
    [few] Удалены { $count } посылки. `posylka undo` вернёт последнюю.
   *[many] Удалено { $count } посылок. `posylka undo` вернёт последнюю.
}
cli-undone = Отменено: { $action }, { $name }.
cli-undone-redo = `posylka redo` вернёт.
cli-redone = Возвращено: { $action }, { $name }.
cli-undone-add = { $count ->
    [one] добавление
   *[other] добавление { $count } посылок
}
cli-undone-edit = правка
cli-undone-archive = отправка в архив
cli-undone-restore = возврат из архива
cli-undone-remove = удаление
cli-undone-import = { $count ->
    [one] импорт { $count } посылки
   *[other] импорт { $count } посылок
}
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
unasked-nothing = Спрашивать не о чем: ни у одной посылки в пути нет трек-номера.
cli-sync-not-due = До { $time } спрашивать рано. Спросить всё равно: posylka sync --force
unasked-not-before = Раньше { $time } спрашивать некого.
cli-sync-elsewhere = { $count ->
    [one] { $count } проверку делает другая posylka.
    [few] { $count } проверки делает другая posylka.
   *[other] { $count } проверок делает другая posylka.
}
cli-sync-elsewhere-until = { $count ->
    [one] { $count } проверку взяла на себя другая posylka, самое позднее до { $until }.
    [few] { $count } проверки взяла на себя другая posylka, самое позднее до { $until }.
   *[other] { $count } проверок взяла на себя другая posylka, самое позднее до { $until }.
}
cli-source-off = { $id } выключен, и его не спрашивают: нужно enabled = true в [sources.{ $id }].
cli-source-needs-secret = { $id } не спрашивают, пока в [sources.{ $id }] нет { $secret }: { $hint }.
unasked-pinned-off = { $number }: никого не спрашиваем: посылка закреплена за { $sources }, а он не включён.
unasked-no-source = { $number }: никого не спрашиваем: среди включённых источников нет ни одного для таких номеров. Остальные покажет `posylka sources`.
unasked-more = … и ещё { $count }.
cli-sync-stopped = Остановлено раньше времени: что успели узнать, сохранено.
cli-sync-too-soon = { $source } { $number }: только что спрашивали, снова можно после { $until }.
cli-sync-out-of-time = { $source } { $number }: не спросили, не хватило времени.
cli-sync-paused = { $source } не трогаем, пока вы не вмешаетесь: { $outcome }.
cli-identify-nothing = вид неизвестен
cli-identify-check-passed = контрольная цифра верна
cli-identify-check-failed = контрольная цифра неверна
cli-identify-check-none = контрольной цифры нет
cli-identify-meant = Может быть, { $number }?
cli-identify-perhaps = Возможно, { $number }?
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
cli-identify-order = номер заказа { $shop }, а не трек-номер
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
sources-month = { $left }/{ $of } в этом месяце
sources-paused = ждём: { $outcome } { $until }

## Commands: doctor

doctor-mark-well = ок
doctor-mark-doubtful = !!
doctor-mark-broken = СЛОМАНО
doctor-terminal = Терминал
doctor-clipboard-terminal = Копирование идёт прямо в терминал (OSC 52); принял ли он, узнать нельзя.
doctor-clipboard-xterm = Если в xterm ничего не приходит, добавьте в ~/.Xresources: { $line }. Y показывает текст, чтобы выделить его мышью.
doctor-clipboard-mark = Если ничего не приходит: Y показывает текст, чтобы выделить его мышью.
doctor-clipboard-screen = Копирование идёт через GNU screen по частям, в терминал вокруг него.
doctor-clipboard-mosh = Копирование идёт через mosh, до 12 кБ; принял ли терминал, узнать нельзя.
doctor-clipboard-nowhere = У консоли Linux нет буфера обмена, до которого дотянется программа.
doctor-clipboard-tmux = Копирование идёт через tmux (load-buffer -w); его set-clipboard: { $setting }.
doctor-clipboard-tmux-silent = tmux не отвечает: копирование может не дойти.
doctor-clipboard-tmux-mosh = tmux работает в mosh, который сам ничего от него не берёт; его set-clipboard: { $setting }.
doctor-clipboard-tmux-line = Добавьте в ~/.tmux.conf и перезапустите сервер: { $line }
doctor-clipboard-tmux-primary = Если попадает в другое выделение (xterm), добавьте в ~/.tmux.conf: { $line }
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
doctor-db-wal = с ней могут работать несколько программ сразу (WAL)
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
doctor-offline = без сети: источники не спрашиваются
doctor-offline-hint = Уберите --offline или переменную POSYLKA_OFFLINE.
doctor-sources-none = ни один источник не включён: спросить некого
doctor-sources-none-hint = Уберите `enabled = false` у источника или дайте ему ключ; смотрите `posylka sources`.
doctor-source-on = { $name }: включён
doctor-source-off = { $name }: выключен
doctor-source-needs = { $name }: выключен, пока в [sources.{ $id }] нет { $secret }
doctor-source-key = { $name }: { $outcome }.
doctor-source-key-hint = Разблокируйте его или исправьте команду или файл в настройках; при следующей проверке попытка повторится. Что он сказал — в журнале.
doctor-source-paused = { $name }: ждём, { $outcome }
doctor-source-wait = Снова спросим после { $until }.
doctor-source-act = Чего он хочет, видно в `posylka sources`.

## Errors

error-line = posylka: { $what }
error-hint = подсказка: { $hint }
error-output = не удалось записать вывод: { $why }
error-no-screen = экрану нужен терминал, и для ввода, и для вывода.
error-no-screen-hint = Пользуйтесь командами; их список: `posylka --help`.
error-unknown-parcel = посылки "{ $key }" нет.
error-unknown-parcel-hint = `posylka list` покажет посылки, `posylka list --archived` — убранные в архив.
error-date = "{ $text }" — не дата.
error-date-hint = Пишите так: 2026-12-31.
error-days = "{ $text }" — не число дней.
error-days-hint = Напишите число от 1 до 365 или "default".
error-snooze-past = "{ $text }" — этот день уже прошёл, или это не дата.
error-snooze-hint = Пишите так: 2026-12-31, 31.12 или 7d; "none" будит посылку.
error-time = "{ $text }" — не время.
error-time-hint = Пишите дату (2026-11-20) или время ("2026-11-20 10:31", 10:31).
error-text-long = текст слишком длинный: знаков { $count }, а можно { $most } ({ $text }).
error-text-long-hint = Сократите его; заметка (`posylka note`) может быть длиннее.
error-event-empty = событию нужны слова.
error-event-empty-hint = Например: posylka event 1 "Звонил почтальон" --place Минск
error-status = нет статуса "{ $text }".
source-user = вы
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
error-input-long = текст на стандартном вводе длиннее { $most } знаков; ничего не сохранено.
error-input-long-hint = Сохраните его по частям.
error-input-hint = Передайте текст через канал или из файла: posylka add - < mail.txt
error-edit-nothing = менять нечего.
error-edit-nothing-hint = Скажите, что менять: --title, --shop, --order, --protected-until, --stale-after, --snooze, --source, --close или --reopen.
error-kept = ничего не удалено.
error-kept-hint = Ответьте «д» или добавьте --yes.
error-undo-nothing = отменять нечего.
error-redo-nothing = возвращать нечего.
error-redo-nothing-hint = Вернуть можно только то, что отменил `posylka undo`, пока не сделано ничего другого.
error-undo-nothing-hint = Добавление, правку, архив, возврат и удаление можно отменить в течение 7 дней.
error-no-answer = { $source } ещё не отвечал.
error-no-answer-hint = `posylka sync` спросит обо всём, чему пришёл срок.
error-store-newer = базу записала более новая posylka (версия { $found }, эта знает { $known }); база не тронута.
error-store-newer-hint = Обновите posylka или выберите другой каталог через --data-dir.
error-store-foreign = файл базы — не база posylka; он не тронут.
error-store-foreign-hint = Уберите этот файл или выберите другой каталог через --data-dir.
error-store-read-only = в базу нельзя писать.
error-store-read-only-hint = Проверьте права на каталог данных или выберите другой через --data-dir.
error-store-forbidden = базу нельзя прочесть: она принадлежит другому пользователю.
error-store-forbidden-hint = Посмотрите владельца: `ls -l`; файл, созданный через sudo, вернёт chown.
error-store-full = диск заполнен; ничего не изменено.
error-store-full-hint = Освободите место и повторите.
error-store-busy = база занята: другая программа держит её дольше минуты.
error-store-busy-hint = Повторите чуть позже.
error-store-corrupt = файл базы повреждён.
error-store-corrupt-hint = Спасите уцелевшее: `posylka salvage`; или верните копию: `posylka restore`.
error-store-io = каталог данных не годится: { $why }
error-store-io-hint = Проверьте путь или выберите другой каталог через --data-dir.
error-store-sqlite = база отвергла запрос: { $why }
error-store-sqlite-hint = Пожалуйста, сообщите об этом; `posylka doctor` подробно осмотрит базу.
error-store-stopped = остановилась часть программы, которая работает с базой.
error-store-stopped-hint = Запустите posylka заново.
error-terminal = терминал не годится для экрана: { $why }
error-runtime = система не даёт программе запустить потоки: { $why }
error-panic = в программе произошёл сбой, подробности выше; база не пострадала.
error-panic-hint = Пожалуйста, сообщите об этом.

## Commands: mistakes in the configuration

error-no-page = Страницы руководства «{ $page }» нет.
error-no-page-hint = Команды перечислены в `posylka --help`; для `evidence verify` это evidence-verify.
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
config-unknown-theme = нет темы "{ $name }".
config-wanted-look = Должны быть цвета и начертание, например "210 bold", "black on #ffd700" или "reverse".
config-did-you-mean = Может быть, { $right }?
config-see-keys = Все ключи — в docs/configuration.md.
config-see-sources = Список источников: `posylka sources`; своему источнику нужен `command`.
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
config-wrong-name = «{ $id }» не может быть именем вашего источника.
config-no-command = «{ $section }» не из встроенных источников, а `command` в разделе нет.
config-wanted-name = Имя состоит из строчных латинских букв, цифр и дефисов, например "my-courier".
config-wanted-program = `command` должен быть списком из программы и её аргументов, например ["/usr/local/bin/my-courier", "--json"].
config-wanted-page = Должен быть адрес, в котором есть место для номера, например "https://example.org/{"{"}number{"}"}".
config-wanted-formats = Должен быть список форматов, например ["cdek/cdek10"]; формат номера покажет `posylka identify --json`.
config-wrong-channel-name = «{ $id }» не может быть именем канала.
config-wanted-channel-name = Имя состоит из строчных латинских букв, цифр и дефисов, например "my-phone".
config-missing-key = не задан "{ $key }".
config-wanted-server = Должен быть адрес вроде "https://ntfy.sh/my-topic", для почты — "smtps://mail.example.org".
config-wanted-hours = Должны быть два времени вроде "22:00-08:00" или "off".
config-wanted-time-of-day = Должно быть время вроде "08:30".
config-wanted-some-of = Должен быть список из этих слов: { $words }.
config-wanted-list = Должен быть список текстов, например ["подарок"].
doctor-source-missing = { $name }: программы { $program } нет, или её нельзя запустить
doctor-source-missing-hint = Исправьте `command` в [sources.{ $id }] или выполните: chmod +x { $program }

## Commands: evidence

evidence-title = Доказательства: { $name }
evidence-intro = Собрано программой posylka { $version } { $time } из ответов перевозчиков и служб отслеживания. Время проверок — UTC; время событий — как его назвали.
evidence-numbers = Трек-номера
evidence-shop = Магазин
evidence-orders = Заказы
evidence-protected = Защита до
evidence-status = Состояние
evidence-carrier = Перевозчик
evidence-route = Маршрут
evidence-eta = Ожидается
evidence-added = Отслеживается с
evidence-checked = Последняя проверка
evidence-timeline = События
evidence-when = Когда
evidence-what = Что
evidence-where = Где
evidence-sources = Кто сообщил
evidence-first-seen = Впервые увидено
evidence-no-zone = пояс не назван
evidence-withdrawn = больше не значится с { $time }
evidence-source-says = { $source }: { $status }
evidence-silences = Без новостей
evidence-no-silence = Перерывов в 3 дня и дольше не было.
evidence-from = С
evidence-to = По
evidence-days = Дней
evidence-checks-meanwhile = Проверок за это время
evidence-since-added = с добавления
evidence-lasts = до сих пор
evidence-checks = Что проверялось
evidence-no-checks = Пока никого не спрашивали.
evidence-source = Источник
evidence-number = Номер
evidence-count = Проверок
evidence-first = Первая
evidence-last = Последняя
evidence-outcomes = Исходы
evidence-changed = Последнее изменение
evidence-unchanged = С тех пор проверок без изменений
evidence-messages = Отправленные письма
evidence-no-messages = Писем о ней не сохранено.
evidence-claims = Что сейчас говорит каждый источник
evidence-no-claims = Пока ни один источник ничего не сообщил.
evidence-agree = Источники друг другу не противоречат.
evidence-disagree = Источники противоречат друг другу.
evidence-answers = Сохранённые ответы
evidence-kept = { $count ->
    [one] В папке «answers» { $count } ответ; вопрос, время и хеши — в index.json.
    [few] В папке «answers» { $count } ответа; вопросы, время и хеши — в index.json.
   *[many] В папке «answers» { $count } ответов; вопросы, время и хеши — в index.json.
}
evidence-masked = { $count ->
    [one] В { $count } из них опущены имена, телефоны, адреса и тому подобное; хеш исходного тела — в index.json.
    [few] В { $count } из них опущены имена, телефоны, адреса и тому подобное; хеши исходных тел — в index.json.
   *[many] В { $count } из них опущены имена, телефоны, адреса и тому подобное; хеши исходных тел — в index.json.
}
evidence-chain-whole = Каждый ответ при получении связан хешем с предыдущим, и цепочка цела. Её первое и последнее значения:
evidence-chain-broken = Цепочка ответов разорвана на ответе { $id }: начиная с него ответы не те, что пришли.
evidence-how-to-verify = В manifest.json — SHA-256 каждого файла. Менялось ли что-нибудь с тех пор, скажет: posylka evidence verify FILE.zip
evidence-written = Записано: { $file }, { $answers ->
    [one] { $answers } ответ
    [few] { $answers } ответа
   *[many] { $answers } ответов
}. Сохраните SHA-256 манифеста где-нибудь ещё:
evidence-written-masked = { $count ->
    [one] В { $count } ответе опущены личные данные; --full оставит их.
    [few] В { $count } ответах опущены личные данные; --full оставит их.
   *[many] В { $count } ответах опущены личные данные; --full оставит их.
}
evidence-whole = { $file } — как записан: файлов { $files }, { $answers ->
    [one] { $answers } ответ
    [few] { $answers } ответа
   *[many] { $answers } ответов
}, сделан { $time } программой posylka { $version }, манифест { $hash }
evidence-whole-broken = Но его базу изменили ещё раньше: ответ { $id } был не тем, что пришёл.
error-file-exists = { $file } уже есть; он не тронут.
error-file-exists-hint = Выберите другое имя или замените его через --force.
error-file-write = не удалось записать { $file }: { $why }
error-file-write-hint = Выберите папку, в которую можно писать.
error-file-read = не удалось прочесть { $file }: { $why }
error-evidence-pack = собрать пакет не удалось: { $why }
error-evidence-pack-hint = Пожалуйста, сообщите об этом.
error-evidence-not = { $file } — не пакет доказательств, или у него нет конца.
error-evidence-newer = { $file } сделала более новая posylka.
error-evidence-newer-hint = Обновите posylka и проверьте ещё раз.
error-evidence-seal = { $file } изменён после записи.
error-evidence-manifest = { $file } изменён после записи: его манифест другой.
error-evidence-file = { $file } изменён после записи: { $path } другой.
error-evidence-missing = { $file } изменён после записи: { $path } пропал.
error-evidence-stranger = { $file } изменён после записи: в нём есть то, чего нет в манифесте.
error-evidence-answer = { $file } изменён: { $path } — не тот ответ, что в цепочке хешей.
error-evidence-noted = { $file } цел, но это не тот пакет, что вы записали: его манифест { $hash }.
error-evidence-changed-hint = Возьмите файл таким, каким он был записан; новый сделает `posylka evidence НОМЕР`.
barcode-narrow = Для Code 128 нужно столбцов: { $columns }, здесь их { $room }.
barcode-low = Для QR-кода нужно столбцов: { $columns }, строк: { $rows }.
barcode-tight = Светлое поле сверху и снизу здесь — модулей: { $tight }, а по стандарту нужно { $quiet }. Если сканер не читает, нужно окно высотой в { $rows } строк.

status-no-number = номера ещё нет
status-missing = вы не получили
status-received = получено
order-ordered = заказано { $date }
order-shipped = отправлено { $date }
order-received = получено { $date }
order-expected = обещано к { $date }
order-no-code = без номера заказа
protection-preset = по сроку «{ $name }»; магазин этого не говорил
protection-dispute-by = спор открыть до { $date }
protection-after-delivery = до { $date }: { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
} после вручения, по настройкам
protection-after-confirmation = до { $date }: { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
} после подтверждения, по настройкам
cli-show-after-delivery = Спор
cli-add-no-number = Номера ещё нет: никого не спрашиваем. Когда появится: posylka edit { $id } --number НОМЕР
cli-edit-protected = Защита до { $date }.
cli-edit-protected-before = Защита до { $date }: у одного из заказов она кончается раньше { $asked }.
error-add-nothing = нечего добавлять.
error-add-nothing-hint = Укажите трек-номер, а для заказа без номера — --order или --title.
error-past-date = "{ $text }" — эта дата ещё не наступила, или это не дата.
error-past-date-hint = Пишите так: 2026-11-03, 03.11 или 5d (5 дней назад).
error-deadline-hint = Пишите так: 2026-12-31, +75 (дней от отправки или заказа), 30d (от сегодня) или готовый срок: { $presets }.
error-no-order-date = "{ $text }" считается от заказа, а когда он сделан, не сказано.
error-no-order-date-hint = Добавьте --ordered ДАТА.
error-no-shipping-date = "{ $text }" считается от отправки, а когда она была, не сказано.
error-no-shipping-date-hint = Добавьте --shipped ДАТА.
error-which-order = у { $name } несколько заказов ({ $orders }), и непонятно, о каком речь.
error-which-order-hint = Укажите один: --order НОМЕР.
error-extend-nothing = продлевать нечего: защита не указана.
error-extend-nothing-hint = Укажите её: --protected-until ДАТА.
error-no-number = у { $name } ещё нет трек-номера.
error-no-number-hint = Когда появится: posylka edit { $id } --number НОМЕР

# Экспорт
calendar-name = Посылки
calendar-expected = Ожидается: { $name }
calendar-told-by = По данным { $source }
calendar-storage = Последний день, чтобы забрать: { $name }
calendar-storage-sent-back = Потом её отправят обратно.
calendar-storage-costs = Потом хранение станет платным.
calendar-dispute = Последний надёжный день для спора: { $name }
calendar-protection = Заканчивается защита: { $name }
calendar-protection-until = Защита покупателя заканчивается { $day }.
calendar-protection-assumed = Предположительно, по сроку «{ $preset }»: решает дата самого магазина.
export-written = Записано: { $file }, { $parcels ->
    [one] { $parcels } посылка
    [few] { $parcels } посылки
   *[many] { $parcels } посылок
}.
import-export-done = { $added ->
    [one] { $added } посылка новая
    [few] { $added } посылки новые
   *[many] { $added } посылок новые
}, { $completed ->
    [one] { $completed } дополнена
   *[many] { $completed } дополнено
}, { $unchanged ->
    [one] { $unchanged } не изменилась
   *[many] { $unchanged } не изменилось
}; новых событий: { $events }, проверок: { $checks }, ответов: { $answers }.
import-export-differs = { $parcel }: { $field } в файле другое; осталось то, что есть здесь.
error-import-stranger = { $file } — не выгрузка posylka.
error-import-stranger-hint = Выгрузку делает `posylka export --format json`.
error-import-newer = { $file } записан более новой posylka.
error-import-newer-hint = Обновите posylka и импортируйте ещё раз.
error-import-damaged = { $file } повреждён в строке { $line }; ничего не взято: { $what }
error-import-value = в { $file } есть то, чего не бывает ({ $field }: { $value }); ничего не взято.
error-import-altered = { $file } изменён: ответ { $id } не тот, что указан его SHA-256; ничего не взято.
error-import-export-hint = Возьмите файл таким, каким он был записан.

import-columns = { $file }: { $columns }
import-column-number = трек-номер
import-column-order = заказ
import-column-title = название
import-column-shop = магазин
import-column-ordered = заказано
import-column-shipped = отправлено
import-column-received = получено
import-column-protected = защита до
import-column-preset = готовый срок
import-column-note = заметка
import-column-tags = метки
import-column-status = состояние
import-columns-unused = { $file }: не использовано: { $columns }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
import-file-sheet = { $file }, лист { $sheet }
import-status-over = { $file }: считается законченным: { $statuses }. Такие заказы не добавляются; тем, что уже в списке, они дополняют данные.
import-status-unknown = { $file }: неизвестный статус, считается, что посылка ещё в пути: { $statuses }.
import-line = строка { $line }
import-row = лист { $sheet }, строка { $row }
import-sheet = лист { $sheet }
import-mail = письмо
import-passed = { $file }, { $place }: пропущено, { $why }.
import-left-out = { $file }, { $place }: { $why }; остальное прочитано.
import-restored = { $file }, { $place }: «{ $written }» изменено таблицей; взято { $taken }.
import-mistyped = { $file }, { $place }: взято { $number }, но похоже на опечатку; возможно, { $meant }.
import-more = { $n ->
    [one] … и ещё { $n } такое.
    [few] … и ещё { $n } таких.
   *[many] … и ещё { $n } таких.
}
import-mails = { $n ->
    [one] { $n } письмо пропущено: { $why }.
    [few] { $n } письма пропущены: { $why }.
   *[many] { $n } писем пропущено: { $why }.
}
import-unopened = { $n ->
    [one] { $n } файл не открыт, это не письмо и не таблица: { $kinds }.
    [few] { $n } файла не открыты, это не письма и не таблицы: { $kinds }.
   *[many] { $n } файлов не открыто, это не письма и не таблицы: { $kinds }.
}
import-unopened-no-ending = без расширения
import-unopened-link = ссылка
import-unopened-folder = папка
import-unopened-other = другое
import-mails-old = старше полугода или старше --since
import-finished-rows = { $n ->
    [one] Пропущена { $n } строка: заказ закончен.
    [few] Пропущены { $n } строки: заказы закончены.
   *[other] Пропущено { $n } строк: заказы закончены.
}
import-why-nothing = нет ни трек-номера, ни заказа
import-why-number = "{ $text }" — не трек-номер ({ $why })
import-why-shortened = "{ $text }" укорочено таблицей, последние цифры потеряны
import-why-zeroed = «{ $text }»: цифры потеряны, таблица хранит пятнадцать, остальные стали нулями
import-why-zero-column = «{ $text }»: цифры потеряны, в этом столбце после пятнадцатой цифры везде нули, а это делает таблица (храните столбец как текст)
import-why-formula = «{ $text }» — формула с ошибкой
import-why-finished = заказ закончен
import-why-no-head = ни в одной строке нет заголовка с трек-номером или заказом
import-why-day = "{ $text }" — не дата
import-why-to-come = "{ $text }" — день, который ещё не наступил
import-why-two-ways = "{ $text }" читается двояко (укажите --dates dmy или --dates mdy)
import-why-broken = кавычки не сходятся
import-why-no-order = о заказе ничего не сказано
import-why-encrypted = зашифровано или подписано целиком и не открыто
import-why-winmail = содержимое в winmail.dat, который читает только Outlook
import-why-cancelled = заказ отменён или деньги возвращены
import-why-old = это от { $day }
import-why-over = заказа нет в списке, и заносить его незачем
import-why-too-many = записей больше { $most }
import-sum = Добавлено { $added }, изменено { $changed }, уже известно { $known }, пропущено { $passed }.
import-question = { $n ->
    [one] Добавить { $n } посылку? [д/Н]
    [few] Добавить { $n } посылки? [д/Н]
   *[other] Добавить { $n } посылок? [д/Н]
}
import-sum-rehearsed = Будет добавлено { $added }, изменено { $changed }; уже известно { $known }, пропущено { $passed }.
import-head-order = Заказ
import-word-added = добавлено
import-word-would-add = добавится
import-word-changed = изменено
import-word-would-change = изменится
import-word-known = известно
import-rehearsed = Ничего не изменено: это была проба.
import-undo = `posylka undo` отменит всё сразу.
error-import-kept = ничего не добавлено.
error-import-kept-hint = `--dry-run` покажет, что добавится; `--yes` добавит без вопроса.
error-import-nothing = ничего не распознано.
error-import-nothing-hint = Таблице нужен заголовок с трек-номером или заказом; в письме должен быть заказ или номер.
error-import-dates = { $file }, { $place }: "{ $day }" читается двояко, и по другим датам не понять как.
error-import-dates-hint = Укажите --dates dmy (сначала день) или --dates mdy (сначала месяц).
error-import-no-text = { $file } — не таблица и не письмо.
error-import-no-text-hint = Сохраните как CSV, XLSX или ODS; из писем читаются .eml, mbox, maildir и папки почтовых программ.
error-import-large = { $file } больше { $most } МБ.
error-import-large-hint = Разделите его.
error-import-unpacked = { $file } слишком велик в распакованном виде.
error-import-locked = { $file } закрыт паролем или записан в старом формате Excel.
error-import-locked-hint = Сохраните как XLSX, ODS или CSV без пароля.
error-import-workbook = { $file } — таблица, но повреждена.
error-import-workbook-hint = Откройте её в табличной программе и сохраните снова как XLSX, ODS или CSV.
error-import-read = не удалось прочесть { $file }: { $why }
error-import-read-hint = Укажите файл, папку или - для стандартного ввода.
error-import-many = за один раз больше { $most } записей.
error-import-many-hint = Разделите их или пропустите старые: --since ДАТА.
error-import-alone = { $file } — экспорт posylka; такой файл импортируют отдельно.
error-import-alone-hint = Сначала импортируйте его, потом остальные.

## Forecasts, on the screen and in the commands
forecast-own = { $lane ->
    [0] ваших { $n }
   *[other] ваших { $n }, по этому маршруту { $lane }
}
forecast-window = { $days }, 8 из 10 таких посылок ({ $own })
forecast-by = до { $day }, 9 из 10
forecast-missing = { $n ->
    [one] пока нет: нужна ещё { $n } доставленная посылка
    [few] пока нет: нужны ещё { $n } доставленные посылки
   *[other] пока нет: нужно ещё { $n } доставленных посылок
}
forecast-later-than-nearly-all = дольше, чем почти все ваши { $n } доставленных: по ним уже не сказать когда
forecast-too-few-slower = так долго шли лишь немногие из ваших { $n } доставленных: по ним не сказать когда
forecast-moved = с { $from } на { $to } ({ $on })
forecast-days-early = раньше на { $days } дн.
forecast-days-late = позже на { $days } дн.
forecast-days-even = без ошибки в ту или другую сторону
landmark-shipped = С первого сканирования
landmark-left-origin = С отправки из страны
landmark-arrived = С прибытия в страну
needed-by-fine = успеет
needed-by-doubtful = может опоздать
needed-by-unlikely = скорее опоздает
cli-show-moved = Срок переносили
cli-show-forecast = Судя по вашим
cli-forecast-carrier = СРОК ПЕРЕВОЗЧИКА
cli-forecast-own = СУДЯ ПО ВАШИМ
cli-forecast-by = САМОЕ ПОЗДНЕЕ
cli-forecast-none = В пути ничего нет: прогнозировать нечего.
cli-replay-what = ПРОГНОЗЫ
cli-replay-forecasts = ЧИСЛО
cli-replay-within = ПОПАЛИ
cli-replay-width = ШИРИНА, ДН.
cli-replay-error = ОШИБКА, ДН.
cli-replay-bias = ПОЗЖЕ НА, ДН.
cli-replay-all = Все
cli-replay-none = Для прогнозов нужно не меньше 9 доставленных посылок и ещё одна после них; столько пока нет.
cli-replay-source = { $source }: первый названный срок верен для { $share } ({ $n ->
    [one] { $n } посылка
    [few] { $n } посылки
   *[other] { $n } посылок
}), в среднем { $off }

## Notices

notice-line = { $name }: { $news }
notice-repeat = Повторно: { $title }
notice-today = сегодня, { $date }
notice-tomorrow = завтра, { $date }
notice-step = Что делать: { $step }
notice-first = теперь под присмотром, { $state }
notice-first-many = { $n ->
    [one] { $n } посылка теперь под присмотром
    [few] { $n } посылки теперь под присмотром
   *[many] { $n } посылок теперь под присмотром
}
notice-ready = можно забирать
notice-ready-until = можно забрать до: { $date }
notice-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}
notice-more-events = { $n ->
    [one] и ещё { $n } событие
    [few] и ещё { $n } события
   *[many] и ещё { $n } событий
}
notice-more = { $n ->
    [one] и ещё { $n }
   *[other] и ещё { $n }
}
notice-eta = ожидается { $date }
notice-eta-moved = ожидается { $date }, раньше ожидалась { $before }
notice-eta-too-late = { $eta }; защита кончается { $until }
notice-silence-broken = новости после { $days } тишины: { $state }
notice-was-stuck = новостей не было { $days }
notice-storage-ending = хранится только до: { $date }
notice-protection-ending = защита кончается { $date }
notice-dispute-day = откройте спор, последний день { $date }; защита кончается { $until }
notice-source-down = не работает с { $since }: { $outcome }
notice-source-up = снова работает
notice-summary = Ваши посылки сегодня
notice-test = Это проверка: уведомления приходят сюда.
notice-digest = { $n ->
    [one] { $n } новость
    [few] { $n } новости
   *[many] { $n } новостей
}
notice-count-ready = { $n ->
    [one] { $n } можно забрать
   *[other] { $n } можно забрать
}
notice-count-stuck = { $n ->
    [one] { $n } застряла
    [few] { $n } застряли
   *[many] { $n } застряли
}
notice-count-moving = { $n ->
    [one] { $n } в пути
   *[other] { $n } в пути
}
notice-count-waiting = { $n ->
    [one] { $n } ещё не в пути
   *[other] { $n } ещё не в пути
}
notice-count-finished = { $n ->
    [one] { $n } завершена
    [few] { $n } завершены
   *[many] { $n } завершены
}

## Commands: notify, watch

notify-unknown-channel = Канала «{ $name }» нет.
notify-see-channels = Каналы перечислит `posylka notify list`; как завести новый, сказано в docs/notifications.md.
notify-channel-off = Канал «{ $name }» выключен.
notify-test-sent = Отправлено по каналу «{ $name }».
notify-test-failed = «{ $name }» не принял сообщение: { $why }.
notify-test-waits = Оно ждёт в очереди; экран, `posylka watch` и `posylka sync` попробуют ещё раз.
notify-busy = по нему сейчас отправляет другой posylka
notify-not-from-here = отсюда до него не достать
notify-asked-to-wait = до { $until } ничего не отправляется
notify-off = выключен
notify-last-sent = последнее сообщение { $at }
notify-waiting = { $n ->
    [one] ждёт { $n } уведомление
    [few] ждут { $n } уведомления
   *[many] ждут { $n } уведомлений
}
notify-trouble = сбой { $at }: { $why }
watch-old-configuration = { $what } Действуют прежние настройки.

## Commands: service, status

service-no-manager = Здесь нет службы запуска: ни `systemctl` из systemd, ни launchd.
service-no-manager-hint = Запускайте `posylka watch` иначе: строкой `@reboot` в crontab или в окне tmux.
service-wrote = Записан { $file }
service-runs = Выполняется: { $command }
service-linger = Служба работает, пока вы в системе. Чтобы она работала и без вас, разрешите это один раз: loginctl enable-linger
service-not-installed = Служба не установлена.
service-removed = Удалён { $file }. Если вы включали linger, он остался: loginctl disable-linger
service-installed = Установлена: { $file }
service-state = Состояние: { $state }
service-state-unknown = неизвестно
service-looked = Последняя проверка: { $at }
service-never-looked = Проверок ещё не было.
service-overdue = Наблюдатель молчит больше получаса: посмотрите `systemctl --user status posylka`.
service-foreign = { $file } написан не командой `posylka service install`; файл не тронут.
service-foreign-hint = Уберите его и попробуйте ещё раз.
service-failed = Команда «{ $command }» не удалась: { $why }
service-failed-hint = Под `su` и `sudo` нет сеанса: войдите в систему как этот пользователь или по SSH.
status-unknown-format = Формата «{ $format }» нет.
status-formats = Бывают plain, json, waybar, tmux, polybar или шаблон, в котором есть что-то из: { $fields }
status-count-urgent = { $n ->
    [one] { $n } не ждёт
    [few] { $n } не ждут
   *[many] { $n } не ждут
}
status-count-trouble = { $n ->
    [one] { $n } с проблемой
   *[other] { $n } с проблемой
}
status-count-courier = { $n ->
    [one] { $n } у курьера
   *[other] { $n } у курьера
}
doctor-watching = Наблюдение
doctor-looked = Последняя проверка: { $at }.
doctor-never-looked = Проверок ещё не было: их делают экран, `posylka watch` и `posylka sync`.
doctor-watcher-overdue = Наблюдатель последний раз давал о себе знать { $at }.
doctor-watcher-overdue-hint = Запустите его снова: `posylka service status` скажет, что с ним; если он не нужен — `posylka service remove`.
doctor-channel-well = { $name }: ничего не ждёт.
doctor-channel-waiting = { $name }: ждут { $n }, самое старое с { $since }.
doctor-channel-waiting-hint = Проверить канал: `posylka notify test { $name }`.
doctor-channel-failing = { $name }: сбой { $at }: { $why }; ждут { $n }.
