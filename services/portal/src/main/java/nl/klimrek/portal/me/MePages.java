package nl.klimrek.portal.me;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.portal.agenda.Conversations;
import nl.klimrek.portal.me.MePage.AgreementLine;
import nl.klimrek.portal.me.MePage.GoalLine;
import nl.klimrek.portal.me.MePage.PlanPart;
import nl.klimrek.portal.me.MePage.PotLine;
import nl.klimrek.portal.me.MePage.RequestLine;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.today.Waiting;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** Puts the employee's page together. */
@Component
class MePages {
    private final Services services;
    private final Conversations conversations;
    private final Waiting waiting;

    MePages(Services services, Conversations conversations, Waiting waiting) {
        this.services = services;
        this.conversations = conversations;
        this.waiting = waiting;
    }

    MePage of(Reader reader) {
        Section<List<Answers.OpenAgreement>> open = services.list(reader.viewer(), Service.CONVERSATIONS,
                "/api/conversations/agreements/open", Answers.OpenAgreement.class);
        Section<List<Waiting.Line>> prompts = waiting.of(reader, MePage.conversations(open.orElse(List.of())));
        // A manager finds the conversations with others on the team's page; a coach has no other page than this.
        boolean elsewhere = reader.viewer().is("MANAGER");
        Section<List<Conversations.Line>> own = conversations.of(reader)
                .map(lines -> lines.stream().filter(line -> line.mine() || !elsewhere).toList());
        return new MePage(prompts, unprompted(own.orElse(List.of()), prompts.orElse(List.of())), own,
                open.map(lines -> lines.stream().map(line -> agreement(reader, line)).toList()),
                plan(reader), pots(reader), requests(reader));
    }

    private static List<Conversations.Line> unprompted(List<Conversations.Line> own, List<Waiting.Line> prompts) {
        Set<String> prompted = prompts.stream().map(Waiting.Line::link).collect(Collectors.toSet());
        return own.stream().filter(line -> !line.asked().isEmpty() && !prompted.contains("/conversations/" + line.id())).toList();
    }

    private static AgreementLine agreement(Reader reader, Answers.OpenAgreement line) {
        return new AgreementLine(line.conversation(), line.text(), reader.code("owner", line.owner()), reader.shortDay(line.dueDate()));
    }

    private Section<PlanPart> plan(Reader reader) {
        Section<Answers.Plan> found = services.get(reader.viewer(), Service.POP_FORMS, "/api/pop-forms/mine", Answers.Plan.class);
        if (!found.fine() && found.trouble().code().equals("pop-not-started")) {
            return new Section<>(new PlanPart(false, "", List.of()), null, null);
        }
        return found.map(plan -> new PlanPart(true,
                plan.agreement() == null ? "" : reader.code("pop", plan.agreement().state()),
                plan.goals() == null ? List.of() : plan.goals().stream().map(goal -> goal(reader, goal)).toList()));
    }

    private static GoalLine goal(Reader reader, Answers.Goal goal) {
        return new GoalLine(goal.title(), reader.code("goal", goal.state()), goal.state(), reader.shortDay(goal.targetDate()),
                reader.code("purpose", goal.purpose()), goal.keptPrivate());
    }

    private Section<List<PotLine>> pots(Reader reader) {
        return services.get(reader.viewer(), Service.LEARNING_BUDGETS, "/api/learning-budgets/mine", Answers.Account.class)
                .map(account -> account.pots() == null ? List.of() : account.pots().stream().map(pot -> pot(reader, pot)).toList());
    }

    private static PotLine pot(Reader reader, Answers.Pot pot) {
        return new PotLine(potName(reader, pot.pot()), reader.shortDay(pot.validUntil()), reader.amount(pot.unit(), pot.granted()),
                reader.amount(pot.unit(), pot.available()), reader.amount(pot.unit(), pot.reserved() + pot.committed()),
                reader.amount(pot.unit(), pot.spent()));
    }

    /** A pot is its policy's code and a year; the codes of the default policy have a name. */
    private static String potName(Reader reader, String pot) {
        int dash = pot.lastIndexOf('-');
        String code = dash > 0 ? pot.substring(0, dash) : pot;
        return reader.code("pot", code) + (dash > 0 ? " " + pot.substring(dash + 1) : "");
    }

    private Section<List<RequestLine>> requests(Reader reader) {
        return services.list(reader.viewer(), Service.LEARNING_BUDGETS, "/api/learning-budgets/requests?limit=20", Answers.Request.class)
                .map(all -> all.stream().map(request -> request(reader, request)).toList());
    }

    private static RequestLine request(Reader reader, Answers.Request request) {
        String amounts = request.shares().stream().map(share -> reader.amount(share.unit(), share.amount()))
                .collect(Collectors.joining(" + "));
        Answers.Decision decision = request.decision();
        return new RequestLine(request.what(), reader.code("request", request.status()), request.status(), amounts,
                reader.shortDay(request.neededOn()), decision == null ? null : decision.reason(),
                decision == null ? null : decision.alternative());
    }
}
