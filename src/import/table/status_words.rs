//! What a shop's word for the state of an order says of waiting for it, in twelve languages.
//!
//! Only a plain statement that it is over counts: what is asked for, planned, partly so or denied is still under way.

use crate::import::words::{Word, folded, is_han, words};

/// How far an order is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum OrderState {
    /// Something is still to come.
    UnderWay,
    /// It has come: delivered, collected, completed.
    Over,
    /// It will not come: cancelled, refunded, returned.
    Cancelled,
    /// The shop has closed it. A tracker's "expired" says no more than that the parcel is silent.
    Expired,
}

/// Words that leave it open, whatever stands beside them.
const OPEN: &str = "not never no un await* wait* pending be partial* partly request* expected estimated scheduled will soon \
    being process* progress info* payment* pay  dispute* attempt* fail* until ready pickup pick point locker station collection \
    не нет ожида* жд* частичн* запрош* запрос* скоро будет будут планир* предполаг* пункт* пвз постамат* почтомат* спор* \
    процесс* обработк* готов* попытк* очіку* частков* запит* буде оплат* платеж* платіж* zahlung* paiement* pago* pagament* platnos* betaling* odeme* відділен* поштомат* спір* \
    nicht noch wird werden teilweise teil* angefragt beantragt ausstehend offen erwartet voraussichtlich geplant bald \
    packstation paketshop filiale abholbereit abholung wart* \
    non pas sera attente partiel* demand* prevu* cours bientot relais point retrait litige \
    pendient* parcial* solicit* previst* espera proceso pronto punto recogida disputa \
    attesa parzial* richiest* corso presto ritiro nie oczek* czesciow* wnios* przewidyw* planow* bedzie trakcie wkrotce \
    paczkomat* punkt* placow* odbioru nao pendente aguard* andamento processo breve ponto retirada \
    niet nog wordt worden wacht* gedeeltelijk deels aangevraagd verwacht* gepland binnenkort afhaalpunt geschil \
    degil bekl* kismen talep* edilecek tahmini surec* yakinda nokta* kargoya sube* talebi edilemedi edilmedi ediliyor";

/// The same in Chinese, which sets no spaces; a word that ends with 中 is one too.
const OPEN_HAN: &str = "待收 待发 待付 待确 待处 未 部分 申请 预计 等待 即将 自提 驿站 快递柜 代收 纠纷 等候";

const CANCELLED: &str = "cancel* void* annul* refunded returned reversed отмен* возвращен* аннулир* скасован* відмінен* \
    повернен* анульован* storniert* stornierung abgebrochen annulliert erstattet ruckerstattet zuruckerstattet zuruckgegeben retourniert \
    zuruckgesendet rembours* retourne* renvoye* cancelad* anulad* reembols* devuelt* annullat* cancellat* rimborsat* \
    restituit* anulowan* zwrocon* odwolan* devolvid* estornad* geannuleerd terugbetaald geretourneerd teruggestuurd iptal iade";

const CANCELLED_HAN: &str = "取消 退款 撤销 退货 撤銷";

const OVER: &str = "delivered completed complete finished done collected signed true доставлен* вручен* заверш* \
    выполнен* виконан* zugestellt geliefert abgeschlossen erledigt abgeholt beendet livre* termine* complet* acheve* \
    entregad* finalizad* terminad* consegnat* conclus* terminat* dostarczon* doreczon* odebran* zakonczon* entregue* \
    concluid* bezorgd geleverd afgeleverd voltooid afgerond afgehandeld teslim tamamlan*";

/// By the buyer; but what is said so of an order may mean that the shop has it.
const RECEIVED: &str = "received получен* отриман* erhalten empfangen recu recue recus recues recibid* ricevut* otrzyman* \
    recebid* ontvangen";

const ORDER: &str = "order заказ* замовлен* bestell* auftrag* commande* pedido* ordine zamowien* bestelling siparis*";

const OVER_HAN: &str = "完成 交易成功 已收货 确认收货 签收 送达 妥投 评价 評價 已收貨 簽收";

const EXPIRED: &str = "expired closed истек* просроч* закрыт* закрит* прострочен* минув* abgelaufen verfallen geschlossen \
    expire* clos* clotur* ferme* caducad* expirad* vencid* cerrad* scadut* chius* wygas* przetermin* zamknie* encerrad* \
    fechad* verlopen vervallen gesloten doldu kapan* kapal*";

const EXPIRED_HAN: &str = "过期 失效 关闭 關閉";

/// What is plainly under way: such a word needs no remark.
const UNDER_WAY: &str = "ship* sent dispatch* transit way paid pay* prepar* pack* order* placed confirm* accept* new open \
    active deliver* arriv* custom* out unpaid hold on info false alert returning undelivered exception \
    отправ* пути оплач* оплат* обрабат* обработ* собира* собран* комплект* принят* нов* подтвержд* доставля* доставк* \
    передан* прибыл* тамож* сортир* заказан* оформлен* активн* возврат* шлях* дороз* відправ* сплачен* прийнят* \
    versand* verschickt versendet unterwegs bezahlt bearbeit* bestellt neu zoll expedi* chemin paye* prepar* confirm* \
    enviad* camino pagad* confirmad* spedit* viaggio pagat* confermat* wyslan* drodze oplacon* nowe przyjet* \
    enviado caminho pago verzonden onderweg betaald besteld nieuw kargo* yolda hazirlan* odendi onaylandi";

const UNDER_WAY_HAN: &str = "已发货 运输 派送 派件 揽收 已付款 清关 在途 中 待 已下单 发货";

/// What a status says; `None`: nobody knows the word. `names_order`: whether the row is about a shop's order, and not only
/// about a track number.
pub(super) fn state(status: &str, names_order: bool) -> Option<OrderState> {
    let status = status.replace('_', " ");
    let words = words(&status);
    let han: String = folded(&status).chars().filter(|c| is_han(*c)).collect();
    let says = |list: &str, han_list: &str| {
        list.split_whitespace().any(|known| words.iter().any(|word| fits(known, word)))
            || han_list.split_whitespace().any(|known| han.contains(known))
    };
    if says(OPEN, OPEN_HAN) || han.ends_with('中') {
        return Some(OrderState::UnderWay);
    }
    if says(CANCELLED, CANCELLED_HAN) {
        return Some(OrderState::Cancelled);
    }
    if says(OVER, OVER_HAN) {
        return Some(OrderState::Over);
    }
    if says(RECEIVED, "") {
        return Some(if says(ORDER, "") { OrderState::UnderWay } else { OrderState::Over });
    }
    if says(EXPIRED, EXPIRED_HAN) {
        return Some(if names_order { OrderState::Expired } else { OrderState::UnderWay });
    }
    says(UNDER_WAY, UNDER_WAY_HAN).then_some(OrderState::UnderWay)
}

fn fits(known: &str, word: &Word) -> bool {
    known.strip_suffix('*').map_or(word.text == known, |stem| word.text.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `tests/data/tables/statuses.tsv`: a shop's word, and what it says.
    #[test]
    fn the_words_of_shops_say_what_they_say() {
        let table = include_str!("../../../tests/data/tables/statuses.tsv");
        let mut wrong = Vec::new();
        for row in table.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
            let (words, wanted) = row.split_once('\t').unwrap();
            let said = match state(words, true) {
                Some(OrderState::UnderWay) => "under_way",
                Some(OrderState::Over) => "over",
                Some(OrderState::Cancelled) => "cancelled",
                Some(OrderState::Expired) => "expired",
                None => "unknown",
            };
            if said != wanted {
                wrong.push(format!("{words}: {said}, not {wanted}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_trackers_expired_is_silence_and_no_end() {
        assert_eq!(state("Expired", true), Some(OrderState::Expired));
        assert_eq!(state("Expired", false), Some(OrderState::UnderWay));
    }
}
