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
import nl.klimrek.learningbudgets.request.BudgetRequestService.Outcome;
import nl.klimrek.learningbudgets.request.RequestBodies.NewExpense;
import nl.klimrek.learningbudgets.request.RequestBodies.NewRefusal;
import nl.klimrek.learningbudgets.request.RequestBodies.NewRequest;
import nl.klimrek.learningbudgets.request.RequestBodies.NewWithdrawal;
import nl.klimrek.learningbudgets.request.RequestViewMapper.RequestView;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands and queries on requests. A request's entity tag is that of its account, so any change of the account changes it. */
@RestController
@RequestMapping("/api/learning-budgets/requests")
class BudgetRequestController {

    private final BudgetRequestService service;
    private final RequestViewMapper mapper;
    private final DisclosureLog disclosures;

    BudgetRequestController(BudgetRequestService service, RequestViewMapper mapper, DisclosureLog disclosures) {
        this.service = service;
        this.mapper = mapper;
        this.disclosures = disclosures;
    }

    @PostMapping
    ResponseEntity<RequestView> submit(@Valid @RequestBody NewRequest body, Caller caller, MessageContext context) {
        String id = new AccountId(caller.person()).request(CommandIdGenerator.newId(context));
        Outcome outcome = service.submit(body.withId(id), caller, context);
        return ResponseEntity.created(URI.create("/api/learning-budgets/requests/" + id))
                .eTag(ETags.of(outcome.account().version()))
                .body(view(outcome, id, caller));
    }

    /** The caller's own requests, newest first. */
    @GetMapping(params = "!toDecide")
    Page<RequestView> mine(ListRequest page, Caller caller) {
        List<RequestView> own = service.findOwn(caller).stream()
                .map(request -> mapper.request(caller.person(), request))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(own);
        return Page.of(own, RequestView::id, page);
    }

    @GetMapping("{request}")
    ResponseEntity<RequestView> find(@PathVariable String request, Caller caller) {
        return answer(service.find(request, caller), request, caller);
    }

    @PostMapping("{request}/approval")
    ResponseEntity<RequestView> approve(@PathVariable String request, Caller caller, MessageContext context) {
        return answer(service.approve(request, caller, context), request, caller);
    }

    @PostMapping("{request}/refusal")
    ResponseEntity<RequestView> refuse(
            @PathVariable String request, @Valid @RequestBody NewRefusal body, Caller caller, MessageContext context) {
        return answer(
                service.refuse(
                        request, PrivateText.of(body.reason()), PrivateText.of(body.alternative()), caller, context),
                request,
                caller);
    }

    @PostMapping("{request}/withdrawal")
    ResponseEntity<RequestView> withdraw(
            @PathVariable String request,
            @Valid @RequestBody(required = false) @Nullable NewWithdrawal body,
            Caller caller,
            MessageContext context) {
        PrivateText reason =
                body == null ? null : PrivateText.ofOptional(body.reason()).orElse(null);
        return answer(service.withdraw(request, reason, caller, context), request, caller);
    }

    @PostMapping("{request}/expense")
    ResponseEntity<RequestView> spend(
            @PathVariable String request, @Valid @RequestBody NewExpense body, Caller caller, MessageContext context) {
        return answer(service.spend(request, body.toReceipt(), caller, context), request, caller);
    }

    @PostMapping("{request}/settlement")
    ResponseEntity<RequestView> settle(@PathVariable String request, Caller caller, MessageContext context) {
        return answer(service.settle(request, caller, context), request, caller);
    }

    /** @param receipt number of the receipt that is wrong, from 1 */
    @PostMapping("{request}/receipts/{receipt}/correction")
    ResponseEntity<RequestView> correct(
            @PathVariable String request,
            @PathVariable String receipt,
            @Valid @RequestBody NewExpense body,
            Caller caller,
            MessageContext context) {
        return answer(service.correct(request, number(receipt), body.toReceipt(), caller, context), request, caller);
    }

    /** Number of a receipt; 0, which no receipt has, for what is none. */
    private static int number(String receipt) {
        return receipt.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(receipt) : 0;
    }

    private ResponseEntity<RequestView> answer(Outcome outcome, String request, Caller caller) {
        return ETags.ok(view(outcome, request, caller), outcome.account());
    }

    /** Publishes the access, because every answer contains the request's text. */
    private RequestView view(Outcome outcome, String request, Caller caller) {
        BudgetAccount account = outcome.account().state();
        BudgetRequest found =
                account.request(request).orElseThrow(() -> new RefusedException(Refusal.of("request-unknown")));
        disclosures.record(caller, account.employee(), "BUDGET_REQUEST", outcome.right());
        return mapper.request(account.employee(), found);
    }
}
