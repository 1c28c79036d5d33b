package nl.klimrek.admin.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klimrek.admin.AdminCli;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.servicekit.organisations.HrSource;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/admin organisations}: opened, closed and listed, each also twice. */
class OrganisationsIT {

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private OrganisationRegistry registry;
    private AdminCli admin;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder.resolve("store"));
        client = MongoClients.create(mongo.connectionString());
        registry = new OrganisationRegistry(client.getDatabase("klimrek-people"));
        admin = AdminCli.of(folder, "127.0.0.1:1", mongo.connectionString());
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void a_plan_opens_nothing_and_a_second_time_changes_nothing() {
        assertThat(admin.run("organisations", "open", "acme", "--source", "hr-acme", "--plan")
                        .exitCode())
                .isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(registry.organisations()).isEmpty();

        assertThat(admin.run("organisations", "open", "acme", "--source", "hr-acme")
                        .exitCode())
                .isEqualTo(ExitCodes.DONE);
        assertThat(registry.organisations()).containsEntry("acme", true);
        assertThat(registry.sources()).containsEntry("hr-acme", new HrSource("hr-acme", "acme", true, null));
        assertThat(admin.run("organisations", "open", "acme", "--source", "hr-acme")
                        .output())
                .contains("acme is open.");
    }

    @Test
    void the_secret_of_a_signed_source_is_in_a_file_of_its_own_and_never_printed() throws Exception {
        Path file = folder.resolve("secret");
        AdminCli.Result opened =
                admin.run("organisations", "open", "acme", "--source", "hr-acme", "--secret-file", file.toString());
        String secret = Files.readString(file);
        assertThat(secret).hasSize(64);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(registry.sources().get("hr-acme").secret()).isEqualTo(secret);
        assertThat(opened.output()).contains("signed with the secret in").doesNotContain(secret);
        assertThat(admin.run("organisations", "list").output())
                .contains("hr-acme (signed)")
                .doesNotContain(secret);
        assertThat(admin.run("organisations", "open", "acme", "--source", "hr-two", "--secret-file", file.toString())
                        .exitCode())
                .as("the file is another secret's")
                .isEqualTo(ExitCodes.FAILED);
        assertThat(registry.sources()).doesNotContainKey("hr-two");
    }

    @Test
    void a_source_speaks_for_one_organisation_only() {
        admin.run("organisations", "open", "acme", "--source", "hr");
        AdminCli.Result taken = admin.run("organisations", "open", "other", "--source", "hr");
        assertThat(taken.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(taken.output()).contains("speaks for acme already");
        assertThat(registry.organisations()).containsOnlyKeys("acme");
    }

    @Test
    void a_closed_organisation_has_no_open_source_until_it_is_opened_again() {
        admin.run("organisations", "open", "acme", "--source", "hr-acme");
        assertThat(admin.run("organisations", "close", "acme", "--plan").exitCode())
                .isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(admin.run("organisations", "close", "acme").exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(registry.sources().get("hr-acme").open()).isFalse();
        assertThat(admin.run("organisations", "close", "acme").output()).contains("acme is closed.");
        assertThat(admin.run("organisations", "list").output())
                .contains("closed")
                .contains("hr-acme (closed)");
        admin.run("organisations", "open", "acme");
        assertThat(registry.sources().get("hr-acme").open()).isTrue();
        assertThat(admin.run("organisations", "close", "payroll").exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(admin.run("organisations", "open", "Not a name").exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void organisations_of_the_configuration_are_listed_by_their_people() {
        MongoDatabase people = client.getDatabase("klimrek-people");
        for (String id : new String[] {"acme/1", "acme/2", "acme-two/1", "zorg/1"}) {
            people.getCollection("people").insertOne(new Document("_id", id));
        }
        assertThat(admin.run("organisations", "list").output().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("acme configured 2 ", "acme-two configured 1 ", "zorg configured 1 ");
    }
}
