package nl.klimrek.portal.budgets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.klimrek.portal.budgets.BudgetResponses.Pot;
import nl.klimrek.portal.budgets.BudgetResponses.Request;
import nl.klimrek.portal.budgets.BudgetResponses.Share;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an employee does with an own request after asking: receipts, their correction, closing and withdrawing. */
@PageController
@RequestMapping("/budgets/requests/{request}")
class ReceiptController {
    private final ServiceClient services;
    private final CommandSender commands;

    ReceiptController(ServiceClient services, CommandSender commands) {
        this.services = services;
        this.commands = commands;
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String request, FormPost post) {
        return commands.post(
                        post,
                        Upstream.LEARNING_BUDGETS,
                        BudgetController.path(request) + "/withdrawal",
                        () -> JsonNodeFactory.instance.objectNode().put("reason", post.textOrNull("reason")))
                .done("budgets.withdrawn")
                .back();
    }

    @PostMapping("/expense")
    String spend(@PathVariable String request, FormPost post) {
        boolean more = post.isChecked("more");
        return commands.post(post, Upstream.LEARNING_BUDGETS, BudgetController.path(request) + "/expense", () -> {
                    ObjectNode body = receipt(request, post);
                    return more ? body.put("last", false) : body;
                })
                .done(more ? "budgets.spent.more" : "budgets.spent.done")
                .back();
    }

    @PostMapping("/receipts/{receipt:[0-9]{1,3}}/correction")
    String correct(@PathVariable String request, @PathVariable String receipt, FormPost post) {
        return commands.post(
                        post,
                        Upstream.LEARNING_BUDGETS,
                        BudgetController.path(request) + "/receipts/" + receipt + "/correction",
                        () -> receipt(request, post))
                .done("budgets.corrected")
                .back();
    }

    @PostMapping("/settlement")
    String settle(@PathVariable String request, FormPost post) {
        return commands.post(post, Upstream.LEARNING_BUDGETS, BudgetController.path(request) + "/settlement")
                .done("budgets.settled")
                .back();
    }

    private ObjectNode receipt(String request, FormPost post) {
        List<Share> approved = services.get(
                        post.viewer(), Upstream.LEARNING_BUDGETS, BudgetController.path(request), Request.class)
                .map(Request::shares)
                .orElse(List.of());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("receipt", post.text("receipt"));
        body.set(
                "spent",
                BudgetController.shares(
                        post, approved.stream().map(ReceiptController::pot).toList(), false));
        return body;
    }

    private static Pot pot(Share share) {
        return new Pot(share.pot(), share.unit(), null, null, null, 0, 0, 0, 0, 0, 0, 0, false, List.of());
    }
}
