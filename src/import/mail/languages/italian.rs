//! Italian.

use super::language::Language;

pub(super) const ITALIAN: Language = Language {
    common: "il|tuo|suo|di|la|è|per|che|abbiamo|stato|del|con|un|ordine|grazie|ti|nostro|dal|le",
    placed: "conferma d ordine|conferma dell ordine|conferma ordine|conferma del tuo/suo ordine|\
        grazie per il tuo/suo ordine/acquisto|grazie per l ordine|grazie per aver ordinato|\
        grazie per aver acquistato|abbiamo ricevuto il tuo/suo ordine|\
        abbiamo ricevuto il tuo/suo pagamento|conferma di pagamento|conferma d acquisto",
    placed_participle: "ordine _ confermato|ordine _ effettuato|pagamento _ ricevuto/confermato/accettato|ordine _ pagato|\
        ^ordinato",
    order_received: "ordine _ ricevuto",
    preparing: "in preparazione|in lavorazione|pronto per la spedizione|pronto per essere spedito|\
        stiamo preparando|preparato|etichetta _ creata",
    shipped: "conferma di spedizione|conferma spedizione|conferma della spedizione|ordine è? in viaggio|\
        avviso di spedizione",
    shipped_participle: "spedito|spedita|spediti|spedite|ordine/pacco/articolo/articoli _ inviato/inviati|^inviato|\
        affidato al corriere|affidata al corriere|consegnato al corriere|partito dal nostro magazzino|\
        lasciato il nostro magazzino",
    transit: "arriva|arriverà|in arrivo|consegna|in viaggio|in transito|in cammino",
    later: "consegnato|consegnata|consegnati|arrivato|arrivata|in consegna|pronto per il ritiro|ritiro|\
        ritirare|ritirato|dogana|doganale|ritardo|reso|giacenza|tentativo di consegna|punto di ritiro",
    asked: "problema|dispiace|purtroppo|conferma il tuo/suo ordine|conferma la ricezione|\
        confermare la ricezione|confermi|recensione|recensisci|valuta|promemoria|hai ricevuto|opinione|\
        soddisfatto|soddisfatta|sondaggio|non dimenticare|com è andata|nel carrello|completa il",
    received: "hai confermato la ricezione|ha confermato la ricezione",
    completed: "ordine _ completato|ricezione confermata",
    cancelled: "ordine _ annullato|annullamento _ ordine|ordine _ cancellato|^annullato",
    refunded: "rimborsato|rimborso _ effettuato/emesso/elaborato|rimborso del",
    auxiliary: "stato|stata|stati|state|abbiamo|ha|hanno|appena",
    not: "non|mai|senza|ancora|nessun|nessuna|impossibile|fallito|fallita|attesa|rifiutato",
    ahead: "sarà|saranno|verrà|verranno|può|possono|deve|presto|prossimamente|favore|prego|clicca|mio|mia|\
        miei|io|essere|previsto|prevista|pronto|stimata|solitamente|altri|simili|speriamo|avviseremo|reso",
    condition: "se|quando|non appena|una volta|dopo|prima|finché|qualora|nel caso",
    elsewhen: "già|ieri|fa|scorso|scorsa|recentemente",
    conjunction: "e|o|ma|ed|poi",
};
