//! French.

use super::language::Language;

pub(super) const FRENCH: Language = Language {
    common: "votre|vous|nous|le|la|les|de|et|est|avons|pour|dans|des|une|du|sur|commande",
    placed: "confirmation de votre commande|confirmation de commande|confirmation de la commande|\
        merci pour/de votre commande/achat|merci d avoir commandé|avons bien? reçu votre commande|\
        avons bien? reçu votre paiement|confirmation d achat|confirmation de paiement",
    placed_participle: "commande _ confirmée|commande _ enregistrée|commande _ validée|^commandé|^commande confirmée|\
        paiement _ reçu/accepté/confirmé/validé|commande _ passée",
    order_received: "commande _ reçue",
    preparing: "en préparation|en cours de préparation|prête à être expédiée|prêt à être expédié|prête à partir|\
        en cours de traitement|préparons|prête à l envoi",
    shipped: "confirmation d expédition|avis d expédition|commande est? en route|avis d envoi|\
        confirmation d envoi|commande est? en chemin|livraison de la commande _ en route",
    shipped_participle: "expédié|expédiée|expédiés|expédiées|commande/colis/article/articles _ envoyée/envoyé/envoyés|\
        ^envoyé|remis/remise au transporteur|confié/confiée au transporteur|confié/confiée à _ poste|\
        quitté notre/nos entrepôt/entrepôts|parti/partie de notre entrepôt|avons envoyé votre",
    transit: "arrive|arrivera|livraison|suivi|en route|en chemin|en transit|acheminement|\
        en cours d acheminement",
    later: "livré|livrée|livrés|arrivé|arrivée|en cours de livraison|disponible|retirer|point relais|douane|\
        retard|retardé|retardée|distribué|retour|livraison aujourd hui|tentative|bureau de poste|\
        récupérer",
    asked: "problème|désolé|désolés|malheureusement|confirmez|veuillez confirmer|confirmer la réception|\
        votre avis|évaluez|évaluer|donnez|notez|rappel|avez vous|satisfait|satisfaction|enquête|\
        n oubliez pas|litige|finalisez|panier",
    received: "vous avez confirmé la réception|avez bien? confirmé la réception",
    completed: "commande _ terminée|réception confirmée",
    cancelled: "commande _ annulée|annulation de votre/la commande|annulation de commande|^annulé|\
        ^annulée",
    refunded: "remboursé|remboursée|remboursement _ effectué|remboursement de votre",
    auxiliary: "été|avons|ont|vient|viennent",
    not: "ne|n|pas|jamais|aucun|aucune|sans|impossible|encore|échec|échoué|attente|refusé|refusée",
    ahead: "sera|seront|va|vont|devrait|devraient|pourra|bientôt|prochainement|doit|peut|veuillez|cliquez|mon|\
        ma|mes|je|j|prévu|prévue|généralement|prête|prêt|autres|similaires|espérons|préviendrons|\
        avertirons|retour",
    condition: "si|s il|s ils|dès que|dès qu|dès l|dès réception|lorsque|lorsqu|quand|une fois|après|avant|jusqu|\
        tant que|au cas où",
    elsewhen: "déjà|hier|il y a|dernier|dernière|récemment",
    conjunction: "et|ou|mais|puis",
};
