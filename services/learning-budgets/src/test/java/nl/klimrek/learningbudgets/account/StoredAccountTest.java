package nl.klimrek.learningbudgets.account;

import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.personal;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/** Stored documents keep the field names of earlier versions, whatever the record's components are called. */
class StoredAccountTest {

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void fields_of_an_account_keep_their_stored_names() {
        JsonNode stored = json.valueToTree(settled());

        assertThat(stored.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "employee", "ownerLeft", "pots", "archived", "ledger", "requests", "told");
        JsonNode request = stored.at("/requests/0");
        assertThat(request.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "what",
                        "alternatives",
                        "goal",
                        "activity",
                        "shares",
                        "neededOn",
                        "requestedAt",
                        "status",
                        "verdict",
                        "receipts",
                        "withdrawalReason");
        assertThat(request.at("/what").fieldNames()).toIterable().containsExactlyInAnyOrder("text", "commitment");
        assertThat(request.at("/shares/0").toString())
                .isEqualTo("{\"pot\":\"personal-2026\",\"amount\":{\"unit\":\"EUR\",\"cents\":9000}}");
    }

    @Test
    void a_stored_account_is_read_as_it_was() throws Exception {
        BudgetAccount account = settled();
        assertThat(json.treeToValue(json.valueToTree(account), BudgetAccount.class))
                .isEqualTo(account);
    }

    @Test
    void an_account_of_the_version_before_is_read_with_its_receipt() throws Exception {
        BudgetAccount account = settled();
        ObjectNode before = json.valueToTree(account);
        before.remove("archived");
        ObjectNode request = (ObjectNode) before.at("/requests/0");
        request.set("expense", request.at("/receipts/0"));
        ((ObjectNode) request.get("expense")).remove("replaces");
        request.remove("receipts");
        request.remove("withdrawalReason");
        before.path("pots").forEach(pot -> {
            ((ObjectNode) pot).remove("entitlement");
            ((ObjectNode) pot).remove("terms");
            ((ObjectNode) pot).remove("closed");
            ((ObjectNode) pot.get("balance")).remove(List.of("expired", "carriedOver", "shortfall"));
        });
        before.path("ledger").forEach(entry -> ((ObjectNode) entry).remove("reason"));

        BudgetAccount read = json.treeToValue(before, BudgetAccount.class);
        assertThat(read.requests()).isEqualTo(account.requests());
        assertThat(read.ledger()).isEqualTo(account.ledger());
        assertThat(personal(read)).isEqualTo(personal(account));
        assertThat(read.pot(AccountFixture.PERSONAL).orElseThrow().code()).isEqualTo("personal");
        request.putNull("expense");
        assertThat(json.treeToValue(before, BudgetAccount.class)
                        .requests()
                        .get(0)
                        .receipts())
                .isEmpty();
    }

    private static BudgetAccount settled() {
        BudgetAccount approved = after(anAccount().submit(request("r1", euros(90_00)), NOW));
        return after(approved.spend("r1", List.of(euros(80_00)), PrivateText.of("invoice 77"), true, NOW));
    }
}
