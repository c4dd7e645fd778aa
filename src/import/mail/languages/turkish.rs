//! Turkish.

use super::language::Language;

pub(super) const TURKISH: Language = Language {
    common: "bir|ve|için|sipariş|siparişiniz|siparişin|ile|bu|teşekkür|numaralı|kargo|ürün|olarak|sayın|takip|\
        merhaba",
    placed: "sipariş* _ alındı|sipariş* _ alınmıştır|sipariş* _ onaylandı|sipariş* _ onaylanmıştır|\
        sipariş onayı|ödeme* _ alındı|ödeme* _ onaylandı|sipariş* için teşekkür*|sipariş* _ oluşturuldu|\
        siparişinizi aldık|siparişini aldık|sipariş* _ oluşturulmuştur",
    placed_participle: "",
    order_received: "",
    preparing: "hazırlanıyor|hazırlanmakta|hazırlanmaktadır|kargoya hazır|kargoya verilmek üzere|paketleniyor|\
        hazırlandı|kargoya verilecek|kargoya hazırlanıyor",
    shipped: "kargoya verildi|kargoya verilmiştir|kargoya teslim edildi|kargoya teslim edilmiştir|kargolandı|\
        sipariş*/paket*/kargo*/ürün* _ gönderildi|sipariş*/paket*/kargo*/ürün* _ gönderilmiştir|\
        sipariş* _ yola çıktı|kargoya verdik|kargoya teslim ettik|kargo firmasına teslim edildi",
    shipped_participle: "",
    transit: "geliyor|teslimat|teslimatı|yolda|yola çıktı|transfer",
    later: "teslim edildi|teslim edilmiştir|dağıtıma çıktı|dağıtımda|dağıtıma çıkarıldı|şubede|şubesinde|\
        ulaştı|teslim alındı|gümrük*|gecikme*|gecikti|iade|iadesi|iadeniz|teslim almaya hazır|\
        teslimat noktası*|teslim noktası*|dağıtıma",
    asked: "sorun|üzgünüz|maalesef|onaylayın|onaylayınız|onaylar|teslim aldığınızı|değerlendir*|yorum*|\
        hatırlatma|aldınız|anket|memnun|unutmayın|sepet*|tamamlayın|onay bekliyor",
    received: "teslim aldığınızı onayladınız|teslimatı onayladınız|alındığını onayladınız|\
        teslim alındığı onaylandı|siparişi teslim aldığınızı onayladınız",
    completed: "sipariş* _ tamamlandı",
    cancelled: "sipariş* _ iptal edildi|sipariş* _ iptal edilmiştir|sipariş* iptal ettik",
    refunded: "iade edildi|ücret* iade|para iadesi|geri ödeme* _ yapıldı|iade edilmiştir",
    auxiliary: "",
    not: "değil|henüz|yok|edilemedi|verilemedi|olmadı|mı|mi|mu|mü|başarısız|bekliyor|verilmedi|\
        edilmedi",
    ahead: "lütfen|benim|yakında|muhtemelen|tahmini|benzer|diğer",
    condition: "eğer|ise|sonra|zaman|kadar|önce|takdirde|durumunda|halinde|üzere|olduğunda|alındığında",
    elsewhen: "dün|geçen",
    conjunction: "ve|veya|ama|ancak",
};
