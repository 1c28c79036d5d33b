package nl.klimrek.popforms.skill.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillName;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.tabular.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillRowParserTest {

    private static final List<String> ESCO =
            List.of("conceptType", "conceptUri", "skillType", "preferredLabel", "altLabels", "status", "description");
    private static final List<String> OWN = List.of("label", "code", "alternatives", "matches");
    private static final String URI = "http://data.europa.eu/esco/skill/0449bf39-a288-4ecc-823a-3d194be5e932";

    @Test
    void reads_esco_by_the_names_of_its_columns_and_other_names_a_line_each() {
        SkillRowParser.Parsed parsed =
                esco("KnowledgeSkillCompetence", "released", "bloed\nbloed prikken\n bloedafname ");
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.code()).isEqualTo(URI);
        assertThat(parsed.name())
                .isEqualTo(new SkillName("bloed prikken", List.of("bloed", "bloedafname"), "Bloed afnemen."));
    }

    @Test
    void passes_over_what_is_no_skill_or_was_withdrawn() {
        assertThat(codes(esco("SkillGroup", "released", ""))).containsExactly("not-a-skill");
        assertThat(codes(esco("KnowledgeSkillCompetence", "obsolete", ""))).containsExactly("obsolete");
    }

    @Test
    void reads_matches_of_other_schemes_as_they_are_given() {
        SkillRowParser.Parsed parsed = own("Lassen", "las-1", "TIG | MIG", "ESCO " + URI + " | ONET 2.A.1.a");
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.name().alternatives()).containsExactly("TIG", "MIG");
        assertThat(parsed.matches())
                .containsExactly(new SkillMatch(Skill.Scheme.ESCO, URI), new SkillMatch(Skill.Scheme.ONET, "2.A.1.a"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',las-1,'',required",
        "Lassen,'',''  ,required",
        "Lassen,lassen,'',code-invalid",
        "Lassen,las 1,'',code-invalid",
        "Lassen,las-1,WIKI 1,match-invalid",
        "Lassen,las-1,ESCO,match-invalid"
    })
    void names_the_fault_of_a_row(String label, String code, String matches, String fault) {
        assertThat(codes(own(label, code, "", matches))).containsExactly(fault);
    }

    @Test
    void refuses_names_that_are_too_long_or_hold_a_null_character() {
        assertThat(codes(own("x".repeat(201), "las-1", "", ""))).containsExactly("too-long");
        assertThat(codes(own("x", "las-1", "y".repeat(201), ""))).containsExactly("too-long");
        assertThat(codes(own("las\0sen", "las-1", "", ""))).containsExactly("not-allowed");
    }

    @Test
    void a_row_with_more_cells_than_the_heading_or_cut_off_is_set_aside() {
        SkillRowParser rows = new SkillRowParser(SkillFileShape.OWN, OWN);
        assertThat(codes(rows.parse(new TableRow(1, 2, List.of("Lassen", "las-1", "", "", "x"), false))))
                .containsExactly("cells-differ-from-heading");
        assertThat(codes(rows.parse(new TableRow(1, 2, List.of("Lassen", "las-1"), true))))
                .containsExactly("cut-off");
    }

    @Test
    void refuses_a_heading_without_the_columns_of_its_scheme() {
        assertThatThrownBy(() -> SkillFileShape.of(Skill.Scheme.ESCO, List.of("conceptUri", "code", "label")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("csv-heading-invalid");
        assertThat(SkillFileShape.of(Skill.Scheme.COMPETENTNL, OWN)).isEqualTo(SkillFileShape.OWN);
    }

    private static List<String> codes(SkillRowParser.Parsed parsed) {
        return parsed.faults().stream().map(RowFault::code).toList();
    }

    private static SkillRowParser.Parsed esco(String kind, String status, String others) {
        return new SkillRowParser(SkillFileShape.ESCO, ESCO)
                .parse(new TableRow(
                        1,
                        2,
                        List.of(kind, URI, "knowledge", "bloed prikken", others, status, "Bloed afnemen."),
                        false));
    }

    private static SkillRowParser.Parsed own(String label, String code, String others, String matches) {
        return new SkillRowParser(SkillFileShape.OWN, OWN)
                .parse(new TableRow(1, 2, List.of(label, code, others, matches), false));
    }
}
