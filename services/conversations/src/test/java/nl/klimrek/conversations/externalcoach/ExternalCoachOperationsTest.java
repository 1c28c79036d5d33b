package nl.klimrek.conversations.externalcoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klimrek.conversations.ConversationsService;
import org.junit.jupiter.api.Test;

/** What an external coach can reach at all. A new operation is closed until it is listed here. */
class ExternalCoachOperationsTest {

    @Test
    void these_operations_and_no_others_are_for_external_coaches() throws IOException {
        assertThat(operations().stream()
                        .filter(operation -> ExternalCoachOperations.admits(
                                operation.split(" ")[0], operation.split(" ")[1])))
                .containsExactly(
                        "GET /api/conversations",
                        "GET /api/conversations/external-coaches/me",
                        "POST /api/conversations/external-coaches/me/ending",
                        "POST /api/conversations/external-coaches/me/sign-out",
                        "GET /api/conversations/{id}",
                        "POST /api/conversations/{id}/acceptance",
                        "GET /api/conversations/{id}/agenda",
                        "POST /api/conversations/{id}/agenda",
                        "POST /api/conversations/{id}/agenda/{point}/removal",
                        "POST /api/conversations/{id}/agreements",
                        "POST /api/conversations/{id}/agreements/{agreement}/dropping",
                        "POST /api/conversations/{id}/agreements/{agreement}/keeping",
                        "POST /api/conversations/{id}/cancellation",
                        "POST /api/conversations/{id}/carried-over/{from}/agreements/{agreement}/dropping",
                        "POST /api/conversations/{id}/carried-over/{from}/agreements/{agreement}/keeping",
                        "POST /api/conversations/{id}/closing",
                        "POST /api/conversations/{id}/confirmation",
                        "POST /api/conversations/{id}/counter-proposal",
                        "POST /api/conversations/{id}/decline",
                        "GET /api/conversations/{id}/feedback",
                        "POST /api/conversations/{id}/holding",
                        "POST /api/conversations/{id}/holding/correction",
                        "POST /api/conversations/{id}/invitation",
                        "GET /api/conversations/{id}/notes",
                        "POST /api/conversations/{id}/notes",
                        "POST /api/conversations/{id}/notes/{note}/deletion",
                        "POST /api/conversations/{id}/notes/{note}/sharing",
                        "GET /api/conversations/{id}/preparation",
                        "POST /api/conversations/{id}/preparation",
                        "POST /api/conversations/{id}/preparation/sharing",
                        "POST /api/conversations/{id}/preparation/sharing/withdrawal",
                        "POST /api/conversations/{id}/questions/{question}/swap",
                        "POST /api/conversations/{id}/report",
                        "POST /api/conversations/{id}/report/correction",
                        "POST /api/conversations/{id}/statement",
                        "GET /api/conversations/{id}/times",
                        "GET /api/questions/mode",
                        "POST /api/questions/mode");
    }

    @Test
    void a_path_that_only_begins_alike_is_closed() {
        assertThat(ExternalCoachOperations.admits("GET", "/api/conversations/{id}/other"))
                .isFalse();
        assertThat(ExternalCoachOperations.admits("DELETE", "/api/conversations/{id}"))
                .isFalse();
        assertThat(ExternalCoachOperations.admits("POST", "/api/conversations")).isFalse();
        assertThat(ExternalCoachOperations.admits("GET", "null")).isFalse();
    }

    private static List<String> operations() throws IOException {
        try (InputStream in = ConversationsService.class.getResourceAsStream("operations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" | "))
                    .map(line -> line.substring(0, line.indexOf(" | ")))
                    .toList();
        }
    }
}
