//! Spanish.

use super::language::Language;

pub(super) const SPANISH: Language = Language {
    common: "tu|su|el|la|los|de|y|ha|hemos|para|que|con|del|una|pedido|gracias|está|en",
    placed: "confirmación de pedido|confirmación del pedido|confirmación de tu/su pedido/compra|\
        confirmación de compra|gracias por tu/su pedido/compra|gracias por comprar|\
        hemos recibido tu/su pedido|recibimos tu/su pedido|hemos recibido tu/su pago|recibimos tu/su pago|\
        confirmación de pago",
    placed_participle: "pedido _ confirmado|pedido _ realizado|pago _ recibido/confirmado/aceptado/aprobado|\
        pedido _ pagado|compra _ confirmada|^pedido realizado",
    order_received: "pedido _ recibido",
    preparing: "preparando|en preparación|listo para enviar|listo para el envío|listo para ser enviado|preparamos|\
        procesando|etiqueta _ creada|preparado",
    shipped: "confirmación de envío|confirmación del envío|pedido está? en camino|pedido ya? está en camino|\
        notificación de envío|hemos enviado tu/su pedido/paquete/compra|hemos enviado el pedido|\
        aviso de envío",
    shipped_participle: "pedido/paquete/compra/artículo/artículos/producto/productos/envío _ enviado/enviada/enviados|\
        pedido/paquete/compra/artículo/artículos/producto/productos _ despachado/despachada/despachados|\
        ^enviado|pedido _ expedido|entregado al transportista|entregado a la empresa de transporte|\
        salido de nuestro almacén|se ha enviado",
    transit: "llega|llegará|entrega|reparto|en camino|en tránsito|en ruta",
    later: "entregado|entregada|en reparto|llegado|llegó|recogida|recoger|listo para recoger|aduana|aduanas|\
        aduanero|retraso|retrasado|devuelto|devolución|en tu/su país|punto de recogida|intento de entrega|\
        incidencia",
    asked: "problema|sentimos|lamentamos|confirma|confirme|confirmar la recepción|valora|valore|valorar|opina|\
        opinión|reseña|recordatorio|recibiste|has recibido|ha recibido su|encuesta|disputa|satisfecho|\
        no olvides|qué te pareció|en tu carrito|finaliza tu",
    received: "has confirmado la recepción|ha confirmado la recepción|confirmaste la recepción",
    completed: "pedido _ completado|pedido _ finalizado|recepción confirmada",
    cancelled: "pedido _ cancelado|cancelación de/del _ pedido|hemos cancelado _ pedido|compra _ cancelada|\
        ^cancelado|pedido _ anulado",
    refunded: "reembolsado|reembolso _ realizado/emitido/procesado/completado|hemos reembolsado|\
        reembolso de tu/su",
    auxiliary: "ha|han|hemos|sido|fue|fueron|ya",
    not: "no|nunca|sin|aún|todavía|ningún|ninguno|falta|imposible|pendiente|error|fallido|\
        rechazado|tampoco",
    ahead: "será|serán|va|van|puede|pueden|debe|pronto|próximamente|favor|haga|haz|pulsa|pulse|mi|mis|yo|\
        deberá|estará|ser|listo|lista|previsto|prevista|estimada|normalmente|otros|similares|esperamos|\
        avisaremos|devolución",
    condition: "si|cuando|una vez|en cuanto|después|antes|tan pronto|apenas|hasta|en caso",
    elsewhen: "ayer|hace|pasado|pasada|anterior|recientemente",
    conjunction: "y|o|pero|e|luego",
};
