package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.standalone.demo.client.ApiClient;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.client.HrEventProducer;
import nl.klimrek.standalone.demo.client.TokenCommand;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoStep;

/** Chapter: an HR record becomes a person on the roster with a learning budget. */
final class NewEmployeeChapter {

    private final DemoContext context;
    private final HrEventProducer hrSystem;
    private final TokenCommand tokens;
    private final ApiClient api;

    @SuppressWarnings("NullAway.Init") // The first step makes it.
    private DemoUser employee;

    NewEmployeeChapter(DemoContext context, HrEventProducer hrSystem, TokenCommand tokens, ApiClient api) {
        this.context = context;
        this.hrSystem = hrSystem;
        this.tokens = tokens;
        this.api = api;
    }

    /** Plays the chapter and returns the new user. */
    DemoUser play(NewEmployee newEmployee) {
        context.script().chapter("Somebody joins");
        context.script()
                .step(
                        "The HR system announces " + newEmployee.givenName() + " " + newEmployee.familyName() + ", "
                                + newEmployee.number() + ", in Bram's team",
                        step -> joins(newEmployee, step));
        context.script()
                .step(
                        "HR looks at what " + newEmployee.givenName() + " was granted",
                        step -> new BudgetGrantCheck(context).show(newEmployee, employee, step));
        return employee;
    }

    private void joins(NewEmployee newEmployee, DemoStep step) {
        context.typed(newEmployee.givenName() + " " + newEmployee.familyName());
        hrSystem.announces(newEmployee.record(), step.correlation());
        JsonNode known = Eventually.until("HR's record is on the roster", () -> byNumber(newEmployee));
        String person = known.get("person").asText();
        DemoFailure.unless(
                context.bram().id().equals(known.path("manager").asText()),
                "%s joined without Bram as manager.",
                person);
        CollectedEvent event = context.events()
                .await(
                        "klimrek.people.v1 tells that somebody joined",
                        PersonJoined.class,
                        joined -> person.equals(joined.text("person")));
        DemoFailure.unless(context.words().firstIn(event.data()).isEmpty(), "The event of joining holds a name.");
        context.events()
                .await(
                        "the directory lists the name",
                        PersonListed.class,
                        listed -> person.equals(listed.text("person"))
                                && newEmployee.familyName().equals(listed.text("familyName")));
        String token =
                Eventually.until("there is a token for " + newEmployee.email(), () -> tokens.find(newEmployee.email()));
        employee = new DemoUser(newEmployee.givenName(), token, api);
        DemoFailure.unless(person.equals(employee.id()), "The token of %s is somebody else's.", newEmployee.email());
        step.proof("person %s reports to Bram; the name is on klimrek.directory.v1 alone", person);
    }

    private Optional<JsonNode> byNumber(NewEmployee newEmployee) {
        JsonNode found = context.hr()
                .get("/api/people/by-number?source=" + HrEventProducer.SOURCE + "&number=" + newEmployee.number());
        return Optional.ofNullable(found.get(0));
    }
}
