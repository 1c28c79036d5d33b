package nl.klimrek.contracts.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaChangesTest {

    private static final String RELEASED = """
            {"title":"t", "description":"Was said.", "type":"object", "required":["who","kind"], "properties":{
              "who":{"type":"string","pattern":"^[a-z]+$"},
              "kind":{"description":"What.","type":"string","pattern":"^[A-Z]+$","examples":["ONE","TWO"]},
              "on":{"type":"string","format":"date"},
              "parts":{"type":"array","items":{"type":"object","required":["size"],"properties":{
                "size":{"type":"integer","minimum":0}, "colour":{"type":"string","enum":["RED","BLUE"]}}}}}}""";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("\"on\":{", "\"day\":{", "no longer has on"),
                Arguments.of("[\"who\",\"kind\"]", "[\"who\",\"kind\",\"on\"]", "requires on, which was optional"),
                Arguments.of("[\"who\",\"kind\"]", "[\"who\"]", "no longer promises kind"),
                Arguments.of(
                        "\"integer\"", "\"string\"", "has the type \"string\" instead of \"integer\" at parts[].size"),
                Arguments.of(
                        "\"format\":\"date\"",
                        "\"format\":\"date-time\"",
                        "has the format \"date-time\" instead of \"date\" at on"),
                Arguments.of(
                        "^[a-z]+$", "^[a-z]{1,9}$", "has the pattern \"^[a-z]{1,9}$\" instead of \"^[a-z]+$\" at who"),
                Arguments.of("\"minimum\":0", "\"minimum\":1", "has the minimum 1 instead of 0 at parts[].size"),
                Arguments.of(",\"format\":\"date\"", "", "no longer has the format \"date\" at on"),
                Arguments.of("\"ONE\",\"TWO\"", "\"TWO\"", "no longer knows ONE as a value of kind"),
                Arguments.of("\"RED\",\"BLUE\"", "\"RED\"", "no longer knows BLUE as a value of parts[].colour"),
                Arguments.of("[\"size\"]", "[\"size\",\"colour\"]", "requires parts[].colour, which was optional"),
                Arguments.of("\"kind\"]", "\"kind\",\"why\"]", "requires why, which it did not have before"),
                Arguments.of(
                        "\"type\":\"object\", \"req",
                        "\"type\":\"object\", \"additionalProperties\":false, \"req",
                        "has a new additionalProperties false"),
                Arguments.of(
                        "\"type\":\"array\",\"items\"",
                        "\"type\":\"array\",\"contains\"",
                        "has other elements in parts"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_change_that_breaks_somebody_is_told(String was, String becomes, String told) {
        assertThat(RELEASED).contains(was);
        assertThat(breaks(RELEASED.replace(was, becomes))).contains(told);
    }

    static Stream<Arguments> legal() {
        return Stream.of(
                Arguments.of(
                        "\"on\":{",
                        "\"later\":{\"type\":\"object\",\"required\":[\"x\"],\"properties\":{\"x\":{}}},\"on\":{"),
                Arguments.of("\"colour\":{", "\"weight\":{\"type\":\"integer\"},\"colour\":{"),
                Arguments.of("\"ONE\",\"TWO\"", "\"TWO\",\"THREE\",\"ONE\""),
                Arguments.of("\"RED\",\"BLUE\"", "\"RED\",\"BLUE\",\"GREEN\""),
                Arguments.of("What.", "What, told better."),
                Arguments.of("[\"who\",\"kind\"]", "[\"kind\",\"who\"]"));
    }

    @ParameterizedTest
    @MethodSource("legal")
    void optional_fields_further_values_and_better_prose_break_nobody(String was, String becomes) {
        assertThat(RELEASED).contains(was);
        assertThat(breaks(RELEASED.replace(was, becomes))).isEmpty();
    }

    @Test
    void the_sentence_names_the_message_what_broke_and_for_whom() {
        assertThat(BreakingChangeMessage.sentence(
                        "nl.klimrek.x.y.v1",
                        breaks(RELEASED.replace("\"on\":{", "\"day\":{")),
                        List.of("insights", "journal")))
                .isEqualTo("nl.klimrek.x.y.v1 no longer has on; that breaks insights, journal: "
                        + "keep it as it was released, or publish a new major version beside it.");
    }

    enum Kind {
        ONE,
        TWO
    }

    enum Colour {
        RED,
        BLUE
    }

    record Part(long size, Colour colour) {}

    record Agreeing(String who, Kind kind, LocalDate on, List<Part> parts) {}

    enum Fewer {
        ONE
    }

    enum More {
        ONE,
        TWO,
        THREE
    }

    record Renamed(String who, Kind kind, LocalDate day, List<Part> parts) {}

    record OtherTypes(int who, Fewer kind, String on, Part parts) {}

    record NeverAbsent(String who, More kind, int on, List<Part> parts) {}

    @Test
    void a_record_that_holds_what_its_schema_promises_agrees() {
        assertThat(differences(Agreeing.class)).isEmpty();
    }

    @Test
    void a_record_that_does_not_is_told_where() {
        assertThat(differences(Renamed.class))
                .containsExactlyInAnyOrder("no longer writes on", "writes day, which its schema does not have");
        assertThat(differences(OtherTypes.class))
                .containsExactlyInAnyOrder(
                        "writes a int at who",
                        "no longer knows TWO as a value of kind",
                        "writes a String at on",
                        "writes no list at parts");
        assertThat(differences(NeverAbsent.class))
                .containsExactlyInAnyOrder(
                        "cannot leave out on, which is optional",
                        "writes a int at on",
                        "may write THREE at kind, which its schema does not name");
    }

    private static List<String> breaks(String current) {
        return SchemaChanges.breaks(shape(RELEASED), shape(current));
    }

    private static List<String> differences(Class<?> record) {
        return RecordSchemaComparison.differences(record, shape(RELEASED));
    }

    private static Shape shape(String schema) {
        try {
            return Shape.of(new ObjectMapper().readTree(schema));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(schema, e);
        }
    }
}
