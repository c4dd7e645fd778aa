//! Portuguese.

use super::language::Language;

pub(super) const PORTUGUESE: Language = Language {
    common: "o|seu|sua|você|do|da|e|foi|não|para|que|uma|pedido|encomenda|em|obrigado|os",
    placed: "confirmação do/de/da pedido/encomenda/compra|confirmação do seu pedido|\
        confirmação da sua encomenda/compra|obrigado/obrigada pela sua? compra/encomenda|\
        obrigado/obrigada pelo seu? pedido|recebemos o? seu pedido|recebemos a? sua encomenda|\
        recebemos o? seu pagamento|confirmação de pagamento",
    placed_participle: "pedido _ confirmado|encomenda _ confirmada|pedido _ realizado|\
        pagamento _ confirmado/aprovado/recebido|pedido _ pago|compra _ confirmada|compra _ aprovada",
    order_received: "pedido _ recebido|encomenda _ recebida",
    preparing: "em preparação|em separação|preparando|a preparar|pronto para envio|pronta para envio|\
        pronto para ser enviado|pronta para ser enviada|processando|etiqueta _ criada|em processamento|\
        embalad*",
    shipped: "confirmação de envio|confirmação do envio|pedido está? a caminho|encomenda está? a caminho|\
        pedido já? está a caminho|enviámos a sua encomenda|enviamos o seu pedido|enviamos seu pedido|\
        aviso de envio",
    shipped_participle: "pedido/encomenda/pacote/compra/produto/produtos/objeto _ enviado/enviada/enviados|\
        pedido/encomenda/pacote/compra/produto/produtos/objeto _ despachado/despachada|\
        pedido/encomenda/pacote/objeto _ expedido/expedida|objeto/pedido/pacote _ postado|^enviado|\
        ^enviada|entregue à/a transportadora|entregue ao transportador/transportadora|\
        entregue aos correios",
    transit: "chega|chegará|entrega|a caminho|em trânsito|em rota",
    later: "entregue|chegou|saiu para entrega|em rota de entrega|aguarda levantamento|pronto para retirada|\
        pronta para levantamento|disponível para|alfândega|alfandegári*|aduaneir*|atraso|atrasad*|\
        devolução|devolvido|devolvida|retirada|levantar|fiscalização|tentativa de entrega",
    asked: "problema|lamentamos|desculpe|infelizmente|confirme|confirmar o? recebimento|confirmar a receção|\
        avalie|avaliação|opinião|lembrete|recebeu|disputa|pesquisa|satisfeito|não se esqueça|o que achou|\
        no carrinho|finalize",
    received: "você confirmou o recebimento|confirmou o recebimento|confirmou a receção",
    completed: "recebimento confirmado|receção confirmada|pedido _ concluído|encomenda _ concluída|\
        pedido _ finalizado",
    cancelled: "pedido _ cancelado|encomenda _ cancelada|cancelamento do/da _ pedido/encomenda|compra _ cancelada|\
        ^cancelado",
    refunded: "reembolsado|reembolsada|reembolso _ efetuado/realizado/processado/concluído|estorno _ realizado|\
        reembolso do",
    auxiliary: "foi|foram|já|sido|acaba",
    not: "não|nunca|sem|ainda|nenhum|nenhuma|impossível|pendente|falhou|recusado|recusada|aguardando|\
        aguarda|nem",
    ahead: "será|serão|vai|vão|pode|podem|deve|breve|brevemente|favor|clique|meu|minha|eu|ser|previsto|\
        prevista|estar|pronto|pronta|normalmente|estimada|outros|semelhantes|esperamos|avisaremos|\
        devolução",
    condition: "se|quando|assim que|depois|após|antes|caso|logo que|enquanto|até",
    elsewhen: "ontem|há|passado|passada|atrás|recentemente",
    conjunction: "e|ou|mas",
};
