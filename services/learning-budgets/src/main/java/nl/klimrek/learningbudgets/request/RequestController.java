package nl.klimrek.learningbudgets.request;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.Words;
import nl.klimrek.learningbudgets.request.BudgetRequests.Outcome;
import nl.klimrek.learningbudgets.request.RequestBodies.NewExpense;
import nl.klimrek.learningbudgets.request.RequestBodies.NewRefusal;
import nl.klimrek.learningbudgets.request.RequestBodies.NewRequest;
import nl.klimrek.learningbudgets.request.RequestViews.RequestView;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One request at a time. Its entity tag is its account's: any step on the account makes it another. */
@RestController
@RequestMapping("/api/learning-budgets/requests")
class RequestController {

    private final BudgetRequests requests;
    private final RequestViews views;
    private final DisclosureLog disclosures;

    RequestController(BudgetRequests requests, RequestViews views, DisclosureLog disclosures) {
        this.requests = requests;
        this.views = views;
        this.disclosures = disclosures;
    }

    @PostMapping
    ResponseEntity<RequestView> ask(@Valid @RequestBody NewRequest asked, Caller caller, MessageContext cause) {
        String id = new AccountId(caller.person()).request(CommandIdGenerator.newId(cause));
        Outcome outcome = requests.ask(asked.ask(id), caller, cause);
        return ResponseEntity.created(URI.create("/api/learning-budgets/requests/" + id))
                .eTag(ETags.of(outcome.account().version()))
                .body(view(outcome, id, caller));
    }

    /** The caller's own, newest first. */
    @GetMapping(params = "!toDecide")
    Page<RequestView> mine(ListRequest asked, Caller caller) {
        List<RequestView> own = requests.own(caller).stream()
                .map(request -> views.request(caller.person(), request))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(own);
        return Page.of(own, RequestView::id, asked);
    }

    @GetMapping("{request}")
    ResponseEntity<RequestView> read(@PathVariable String request, Caller caller) {
        return shown(requests.read(request, caller), request, caller);
    }

    @PostMapping("{request}/approval")
    ResponseEntity<RequestView> approve(@PathVariable String request, Caller caller, MessageContext cause) {
        return shown(requests.approve(request, caller, cause), request, caller);
    }

    @PostMapping("{request}/refusal")
    ResponseEntity<RequestView> refuse(
            @PathVariable String request, @Valid @RequestBody NewRefusal no, Caller caller, MessageContext cause) {
        return shown(
                requests.refuse(request, Words.of(no.reason()), Words.of(no.alternative()), caller, cause),
                request,
                caller);
    }

    @PostMapping("{request}/withdrawal")
    ResponseEntity<RequestView> withdraw(@PathVariable String request, Caller caller, MessageContext cause) {
        return shown(requests.withdraw(request, caller, cause), request, caller);
    }

    @PostMapping("{request}/expense")
    ResponseEntity<RequestView> spend(
            @PathVariable String request, @Valid @RequestBody NewExpense expense, Caller caller, MessageContext cause) {
        return shown(
                requests.spend(request, expense.cost(), Words.of(expense.receipt()), caller, cause), request, caller);
    }

    private ResponseEntity<RequestView> shown(Outcome outcome, String request, Caller caller) {
        return ETags.ok(view(outcome, request, caller), outcome.account());
    }

    /** The answer to a step holds the request's words, so that is a look too. */
    private RequestView view(Outcome outcome, String request, Caller caller) {
        BudgetAccount account = outcome.account().state();
        BudgetRequest found =
                account.request(request).orElseThrow(() -> new RefusedException(Refusal.of("request-unknown")));
        disclosures.record(caller, account.employee(), "BUDGET_REQUEST", outcome.right());
        return views.request(account.employee(), found);
    }
}
