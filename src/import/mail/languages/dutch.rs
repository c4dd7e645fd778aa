//! Dutch.

use super::language::Language;

pub(super) const DUTCH: Language = Language {
    common: "je|uw|de|het|en|van|is|we|een|op|met|voor|bestelling|wij|jouw|bij|hebben|pakket",
    placed: "orderbevestiging|bestelbevestiging|bevestiging van je/uw/jouw bestelling|\
        bedankt voor je/uw/jouw bestelling/aankoop|dank voor je/uw bestelling|betaalbevestiging|\
        betalingsbevestiging|we/wij hebben je/uw/jouw bestelling goed? ontvangen|\
        hebben je/uw/jouw betaling ontvangen|aankoopbevestiging",
    placed_participle: "bestelling _ bevestigd|bestelling _ geplaatst|betaling _ ontvangen|betaling _ geslaagd|^besteld|\
        bestelling _ betaald",
    order_received: "bestelling _ ontvangen",
    preparing: "wordt voorbereid|wordt ingepakt|in behandeling|klaar voor verzending|verzendklaar|klaargemaakt|\
        aangemeld|ingepakt|in voorbereiding|wordt verwerkt",
    shipped: "verzendbevestiging|verzendbericht|bestelling is? onderweg|\
        zending van bestelling _ onderweg",
    shipped_participle: "verzonden|verstuurd|opgestuurd|overgedragen aan|meegegeven aan|magazijn verlaten",
    transit: "komt|bezorging|levering|arriveert|onderweg",
    later: "bezorgd|afgeleverd|geleverd|aangekomen|klaar voor afhalen|afhalen|opgehaald|ophalen|wordt bezorgd|\
        bezorger|douane|vertraagd|vertraging|retour|retourzending|retourpakket|afhaalpunt|bezorgpoging|\
        postnl punt|servicepunt",
    asked: "probleem|sorry|helaas|bevestig|ontvangst bevestigen|beoordeel|beoordeling|beoordelen|review|\
        herinnering|heb je|tevreden|mening|enquête|vergeet niet|wat vind|in je winkelwagen|rond je",
    received: "je hebt de ontvangst _ bevestigd|u hebt/heeft de ontvangst _ bevestigd|\
        je hebt de ontvangst bevestigd",
    completed: "ontvangst bevestigd|bestelling _ voltooid|bestelling _ afgerond",
    cancelled: "bestelling _ geannuleerd|annulering van je/uw bestelling|^geannuleerd",
    refunded: "terugbetaald|terugbetaling _ verwerkt|geld _ teruggestort|terugbetaling voor",
    auxiliary: "is|zijn|werd|werden|hebben|heeft|zojuist",
    not: "niet|nooit|geen|nog|zonder|mislukt|helaas|wordt|worden|zal|zullen|zou|zouden|kan|kunnen|moet|\
        moeten|wachten|wacht|openstaand",
    ahead: "binnenkort|spoedig|graag|klik|mijn|ik|alsjeblieft|alstublieft|verwacht|verwachte|gewoonlijk|\
        meestal|andere|vergelijkbare|hopen|informeren|retour",
    condition: "als|wanneer|zodra|indien|nadat|voordat|totdat|tot|of|mits|na|terwijl|die",
    elsewhen: "gisteren|geleden|vorige|onlangs|eerder",
    conjunction: "en|maar|dan",
};
