//! German.

use super::language::Language;

pub(super) const GERMAN: Language = Language {
    common: "und|der|die|das|ihre|ihr|sie|wir|ist|wurde|haben|mit|von|für|den|dem|bei|bestellung|\
        ihnen|deine",
    placed: "bestellbestätigung|auftragsbestätigung|\
        danke/dank für ihre/deine/die/ihren/deinen bestellung/einkauf|zahlungsbestätigung|kaufbestätigung|\
        bestelleingang*|eingangsbestätigung|bestätigung ihrer/deiner bestellung",
    placed_participle: "bestellung _ bestätigt|bestellung _ eingegangen|bestellung _ aufgegeben|zahlung _ eingegangen|\
        zahlung _ erhalten|zahlung _ erfolgreich|^bestellt|bestellung _ bezahlt|auftrag _ bestätigt",
    order_received: "bestellung _ erhalten|auftrag _ erhalten",
    preparing: "wird vorbereitet|in vorbereitung|wird bearbeitet|in bearbeitung|versandbereit|versandfertig|\
        angekündigt|wird gepackt|verpackt|vorbereiten|bereit zum versand|bereiten _ vor|elektronisch",
    shipped: "versandbestätigung|versandmitteilung|versandbenachrichtigung|versandinformation|\
        bestellung _ unterwegs|bestellung _ auf dem weg|lieferung aus bestellung _ unterwegs",
    shipped_participle: "versandt|versendet|verschickt|abgeschickt|losgeschickt|abgesendet|auf den weg gebracht|\
        auf den weg gemacht|auf die reise geschickt|an dhl/dpd/hermes/gls/ups/den übergeben|\
        dem versanddienstleister übergeben|an den _ übergeben|lager verlassen",
    transit: "kommt|trifft|ankunft|zustellung|lieferung|lieferstatus|unterwegs|auf dem weg",
    later: "zugestellt|geliefert|angekommen|abholbereit|in zustellung|zustellung heute|in der zustellung|\
        heute zugestellt|zur abholung|abgeholt|beim zoll|zoll|verspätet|verspätung|verzögert|verzögerung|\
        retoure|rücksendung|retourniert|erreicht|zustellversuch|packstation|filiale|eingetroffen",
    asked: "problem|leider|entschuldigung|bitte bestätigen|empfang _ bestätigen|erhalt _ bestätigen|bewerten|\
        bewertung|bewerte|wie war|feedback|erinnerung|haben sie _ erhalten|zufrieden|umfrage|meinung|\
        im warenkorb|bestätigen sie|bestätige|vergessen sie nicht|käuferschutz endet|abschließen",
    received: "sie haben den empfang _ bestätigt|sie haben den erhalt _ bestätigt|\
        du hast den empfang _ bestätigt|du hast den erhalt _ bestätigt",
    completed: "bestellung _ abgeschlossen|empfang bestätigt|erhalt bestätigt",
    cancelled: "bestellung _ storniert|stornierung ihrer/deiner/der bestellung|stornobestätigung|\
        stornierungsbestätigung|^storniert|auftrag _ storniert|bestellung _ annulliert",
    refunded: "erstattet|rückerstattung _ veranlasst|erstattung _ veranlasst|rückerstattung für",
    auxiliary: "wurde|wurden|ist|sind|haben|hat|habe|worden|soeben",
    not: "nicht|nie|niemals|kein*|ohne|noch|leider|fehlgeschlagen|wird|werden|werde|soll|sollen|sollte|kann|\
        können|könnte|muss|müssen|dürfte|ausstehend|offen|unbezahlt",
    ahead: "bald|demnächst|voraussichtlich|in kürze|bitte|klicken|klicke|mein|meine|meiner|ich|üblicherweise|\
        normalerweise|gewöhnlich|retoure|rücksendung|andere|ähnliche|hoffen|informieren|ersatz",
    condition: "wenn|sobald|falls|sofern|nachdem|bevor|bis|ob|während|solange|welche|welcher",
    elsewhen: "bereits|schon|gestern|vor|letzte|letzten|letzter|kürzlich|neulich",
    conjunction: "und|oder|aber|sowie|dann",
};
