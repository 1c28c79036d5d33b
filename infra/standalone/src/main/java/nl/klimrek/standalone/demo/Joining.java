package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonJoined;

/** Somebody joins: HR's event becomes a person on the roster with a learning budget. */
final class Joining {

    private final Stage stage;
    private final HrSystem hrSystem;
    private final Tokens tokens;
    private final Api api;
    private Person employee;

    Joining(Stage stage, HrSystem hrSystem, Tokens tokens, Api api) {
        this.stage = stage;
        this.hrSystem = hrSystem;
        this.tokens = tokens;
        this.api = api;
    }

    /** The person who joined. */
    Person play(Joiner joiner) {
        stage.story().chapter("Somebody joins");
        stage.story()
                .step(
                        "The HR system announces " + joiner.givenName() + " " + joiner.familyName() + ", "
                                + joiner.number() + ", in Bram's team",
                        step -> joins(joiner, step));
        stage.story()
                .step(
                        "HR looks at what " + joiner.givenName() + " was granted",
                        step -> new Grant(stage).show(joiner, employee, step));
        return employee;
    }

    private void joins(Joiner joiner, Step step) {
        stage.typed(joiner.givenName() + " " + joiner.familyName());
        hrSystem.announces(joiner.record(), step.correlation());
        JsonNode known = Patience.until("HR's record is on the roster", () -> byNumber(joiner));
        String person = known.get("person").asText();
        Missing.unless(
                stage.bram().id().equals(known.path("manager").asText()), "%s joined without Bram as manager.", person);
        Fact fact = stage.facts()
                .await(
                        "klimrek.people.v1 tells that somebody joined",
                        PersonJoined.class,
                        joined -> person.equals(joined.text("person")));
        Missing.unless(stage.words().firstIn(fact.data()).isEmpty(), "The fact of joining holds a name.");
        stage.facts()
                .await(
                        "the directory lists the name",
                        PersonListed.class,
                        listed -> person.equals(listed.text("person"))
                                && joiner.familyName().equals(listed.text("familyName")));
        String token = Patience.until("there is a token for " + joiner.email(), () -> tokens.find(joiner.email()));
        employee = new Person(joiner.givenName(), token, api);
        Missing.unless(person.equals(employee.id()), "The token of %s is somebody else's.", joiner.email());
        step.proof("person %s reports to Bram; the name is on klimrek.directory.v1 alone", person);
    }

    private Optional<JsonNode> byNumber(Joiner joiner) {
        JsonNode found =
                stage.hr().get("/api/people/by-number?source=" + HrSystem.SOURCE + "&number=" + joiner.number());
        return Optional.ofNullable(found.get(0));
    }
}
