package nl.klimrek.portal.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The employee's answer to a goal that a manager or a team member proposed. */
@PageController
class ProposalController {

    private final CommandSender commands;

    ProposalController(CommandSender commands) {
        this.commands = commands;
    }

    @PostMapping("/plan/proposals/{goal}/acceptance")
    String accept(@PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(post, goal) + "/acceptance", () -> {
                    LocalDate by = post.day("targetDate");
                    return by == null
                            ? null
                            : JsonNodeFactory.instance.objectNode().put("targetDate", by.toString());
                })
                .done("plan.proposal.accepted")
                .to(taken -> "/plan/goals/" + taken.path("id").asText());
    }

    @PostMapping("/plan/proposals/{goal}/decline")
    String decline(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        path(post, goal) + "/decline",
                        () -> JsonNodeFactory.instance.objectNode().put("reason", post.textOrNull("reason")))
                .done("plan.proposal.declined")
                .to("/plan");
    }

    private static String path(FormPost post, String goal) {
        return PlanClient.proposals(post.viewer()) + "/" + (PlanClient.isId(goal) ? goal : "none");
    }
}
