package nl.klimrek.portal.budgets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The budget policy for all employees. The service accepts a whole policy; a page changes one pot of it at a time. */
@PageController
@RequestMapping("/hr/budgets")
class BudgetPolicyController {
    private static final String PATH = "/api/learning-budgets/policies";
    private static final String POT = "/{code:[a-z][a-z0-9-]{0,29}}";
    private static final List<String> SOURCES =
            List.of("EMPLOYER", "COLLECTIVE_AGREEMENT", "REGIONAL_FUND", "GOVERNMENT");

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    BudgetPolicyController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String policy(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        model.addAttribute(
                "pots",
                policy(viewer)
                        .map(policy -> policy.pots().stream()
                                .map(pot -> PolicyPotCard.of(reader, pot))
                                .toList()));
        return "budgets/policies";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Section<PolicyPot.Policy> policy = policy(viewer);
        policy.orThrow();
        return form(readers.of(viewer), null, policy.etag(), model);
    }

    @GetMapping(POT)
    String change(@PathVariable String code, Viewer viewer, Model model) {
        Section<PolicyPot.Policy> policy = policy(viewer);
        PolicyPot pot = policy.orThrow().pots().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
        return pot == null ? "redirect:/hr/budgets" : form(readers.of(viewer), pot, policy.etag(), model);
    }

    /** Reads the form; an unreadable value is an error of its field. */
    @PostMapping("/check")
    String check(FormPost post) {
        return commands.send(post, () -> Section.of(json(PolicyPotForm.read(post)), null))
                .to(pot -> "/hr/budgets/check?" + PolicyPotForm.query(post));
    }

    /** Shows a pot in words before it is in force. */
    @GetMapping("/check")
    String checked(FormPost chosen, Model model) {
        Reader reader = readers.of(chosen.viewer());
        PolicyPot pot = PolicyPotForm.readOrNull(chosen);
        if (pot == null) {
            return "redirect:/hr/budgets/new";
        }
        Section<PolicyPot.Policy> policy = policy(chosen.viewer());
        boolean known =
                policy.orThrow().pots().stream().anyMatch(one -> one.code().equals(chosen.text("code")));
        model.addAttribute("card", PolicyPotCard.of(reader, pot));
        model.addAttribute("at", known ? "/hr/budgets/" + pot.code() : "/hr/budgets/new");
        model.addAttribute("fields", PolicyPotForm.fields(chosen));
        model.addAttribute("etag", policy.etag());
        return "budgets/policy-check";
    }

    @PostMapping("/new")
    String add(FormPost post) {
        return commands.post(
                        post, Upstream.LEARNING_BUDGETS, PATH, () -> replaced(post, null, PolicyPotForm.read(post)))
                .done("budgetpolicies.added", post.text("name"))
                .to("/hr/budgets");
    }

    @PostMapping(POT)
    String change(@PathVariable String code, FormPost post) {
        return commands.post(
                        post, Upstream.LEARNING_BUDGETS, PATH, () -> replaced(post, code, PolicyPotForm.read(post)))
                .done("budgetpolicies.changed", PolicyPotCard.name(readers.of(post.viewer()), code))
                .to("/hr/budgets");
    }

    @PostMapping(POT + "/remove")
    String remove(@PathVariable String code, FormPost post) {
        return commands.post(post, Upstream.LEARNING_BUDGETS, PATH, () -> replaced(post, code, null))
                .done("budgetpolicies.removed", PolicyPotCard.name(readers.of(post.viewer()), code))
                .to("/hr/budgets");
    }

    private Section<PolicyPot.Policy> policy(Viewer viewer) {
        return services.get(viewer, Upstream.LEARNING_BUDGETS, PATH, PolicyPot.Policy.class);
    }

    private static String form(Reader reader, @Nullable PolicyPot pot, @Nullable String etag, Model model) {
        model.addAttribute("pot", pot);
        model.addAttribute("values", PolicyPotForm.values(reader, pot));
        model.addAttribute(
                "heading", pot == null ? reader.say("budgetpolicies.add") : PolicyPotCard.name(reader, pot.code()));
        model.addAttribute(
                "units",
                List.of(
                        new Choice("EUR", reader.say("budgetpolicies.unit.EUR")),
                        new Choice("HOURS", reader.say("budgetpolicies.unit.HOURS"))));
        model.addAttribute(
                "sources",
                SOURCES.stream()
                        .map(source -> new Choice(source, reader.code("budgetpolicies.source", source)))
                        .toList());
        model.addAttribute("etag", etag);
        return "budgets/policy-pot";
    }

    /**
     * The whole policy with one pot changed. It is sent with the version that was shown, so that no other change is
     * lost.
     *
     * @param code of the pot that is replaced; null for a new one
     * @param pot  what comes in its place; null for nothing
     */
    private JsonNode replaced(FormPost post, @Nullable String code, @Nullable PolicyPot pot) {
        List<PolicyPot> pots = new ArrayList<>(policy(post.viewer()).orThrow().pots());
        int at = pots.stream().map(PolicyPot::code).toList().indexOf(code);
        if (code == null && pot != null) {
            pots.add(pot);
        } else if (at >= 0 && pot != null) {
            pots.set(at, pot);
        } else if (at >= 0) {
            pots.remove(at);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("pots");
        pots.forEach(one -> all.add(json(one)));
        return body;
    }

    private static JsonNode json(PolicyPot pot) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("code", pot.code())
                .put("unit", pot.unit())
                .put("amount", pot.amount())
                .put("fundingSource", pot.fundingSource())
                .put("proRata", pot.proRata())
                .put("autoApproveUpTo", pot.autoApproveUpTo());
        if (pot.approvalPeriodDays() != null) {
            json.put("approvalPeriodDays", pot.approvalPeriodDays());
        }
        if (pot.maxPerRequest() != null) {
            json.put("maxPerRequest", pot.maxPerRequest());
        }
        if (pot.validYears() != null) {
            json.put("validYears", pot.validYears());
        }
        if (pot.carryOverUpTo() != null) {
            json.put("carryOverUpTo", pot.carryOverUpTo());
        }
        return json;
    }
}
