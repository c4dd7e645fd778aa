//! Polish.

use super::language::Language;

pub(super) const POLISH: Language = Language {
    common: "i|w|na|do|twoje|twoja|z|się|że|zamówienie|dla|jest|zostało|państwa|przesyłka|prosimy|\
        dziękujemy",
    placed: "potwierdzenie zamówienia|potwierdzenie zakupu|dziękujemy za zamówienie/zakupy/zakup|\
        dziękujemy za twoje zamówienie|dziękujemy za złożenie zamówienia|dziękujemy za złożone zamówienie|\
        otrzymaliśmy twoje/państwa/pana/pani zamówienie|otrzymaliśmy zamówienie|otrzymaliśmy _ płatność|\
        otrzymaliśmy _ wpłatę|potwierdzenie płatności|kupiłeś|kupiłaś|przyjęliśmy _ zamówienie",
    placed_participle: "zamówienie _ złożone|zamówienie _ przyjęte|zamówienie _ opłacone|zamówienie _ potwierdzone|\
        płatność _ zaakceptowana|płatność _ przyjęta|płatność _ zaksięgowana",
    order_received: "zamówienie _ otrzymane",
    preparing: "w przygotowaniu|przygotowujemy|pakujemy|gotowe do wysyłki|gotowa do wysyłki|gotowe do wysłania|\
        w trakcie realizacji|w realizacji|kompletowane|kompletujemy|przygotowana|przygotowane|spakowane|\
        przygotowuje",
    shipped: "wysłano|wysłaliśmy|nadano|nadaliśmy|przekazaliśmy _ kurierowi|przekazaliśmy _ przewoźnikowi|\
        potwierdzenie wysyłki|potwierdzenie nadania|zamówienie jest? już? w drodze|sprzedawca wysłał|\
        sprzedający wysłał",
    shipped_participle: "wysłane|wysłana|wysłany|nadane|nadana|nadany|\
        przekazana/przekazane/przekazany kurierowi/przewoźnikowi|przekazana/przekazane do kuriera|\
        opuściło nasz magazyn|opuściła nasz magazyn",
    transit: "dotrze|dostawa|dostawy|doręczenie|w drodze|w transporcie|przyjęta w sortowni|w sortowni",
    later: "doręczona|doręczone|doręczono|dostarczona|dostarczone|dostarczono|gotowa do odbioru|\
        gotowe do odbioru|do odbioru|czeka|odebrana|odebrane|odebrano|wydana do doręczenia|w doręczeniu|\
        u kuriera|opóźnienie|opóźniona|opóźni|zwrot|zwrotu|odprawa celna|odprawie celnej|celny|celnym|\
        paczkomacie|próba doręczenia|awizo|dzisiaj doręczymy|umieszczona",
    asked: "problem|przepraszamy|niestety|potwierdź|prosimy o potwierdzenie|oceń|opinia|opinię|opinii|\
        przypomnienie|przypominamy|czy otrzymałeś|czy otrzymałaś|jak oceniasz|ankieta|zadowolony|\
        zadowolona|nie zapomnij|w koszyku|dokończ|wystaw",
    received: "potwierdziłeś odbiór|potwierdziłaś odbiór|odbiór _ potwierdzony|potwierdzono odbiór|\
        potwierdziłeś otrzymanie|potwierdziłaś otrzymanie",
    completed: "zamówienie _ zakończone|zamówienie _ zrealizowane",
    cancelled: "zamówienie _ anulowane|anulowano _ zamówienie|anulowaliśmy _ zamówienie|\
        anulowanie zamówienia",
    refunded: "zwrot pieniędzy|zwróciliśmy|zwrot środków|zwrot wpłaty",
    auxiliary: "została|zostało|został|zostały|jest|są|już|właśnie",
    not: "nie|nigdy|bez|brak|jeszcze|nieudana|niemożliwe|oczekuje|oczekiwanie|odrzucona|odrzucono",
    ahead: "zostanie|zostaną|będzie|będą|wkrótce|niedługo|może|mogą|prosimy|kliknij|proszę|moje|moja|mój|\
        planowana|powinna|powinno|powinien|zazwyczaj|by|aby|żeby|trzeba|można|inne|podobne|poinformujemy|\
        powiadomimy|zwrot",
    condition: "jeśli|jeżeli|gdy|kiedy|jak tylko|po|gdyby|zanim|dopiero|czy|która|który|które|dopóki|\
        w przypadku",
    elsewhen: "wczoraj|temu|ostatnio|wcześniej|niedawno",
    conjunction: "i|oraz|lub|ale|a|albo",
};
