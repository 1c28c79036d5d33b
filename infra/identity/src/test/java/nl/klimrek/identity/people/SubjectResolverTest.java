package nl.klimrek.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.identity.Language;
import nl.klimrek.identity.TokenRole;
import nl.klimrek.identity.people.Identification.DirectoryUnread;
import nl.klimrek.identity.people.Identification.Identified;
import nl.klimrek.identity.people.Identification.NotListedYet;
import nl.klimrek.identity.people.Identification.Unknown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectResolverTest {

    private final LoginAccount anna = account("anna", "demo", "anna@demo.example", TokenRole.EMPLOYEE, false);
    private final LoginAccount hr = account("hr", "demo", "hr@demo.example", TokenRole.HR, true);
    private final LoginAccount hrElsewhere = account("hr", "sample", "hr@demo.example", TokenRole.HR, true);
    private final PersonDirectory directory = new PersonDirectory();
    private final SubjectResolver subjects = new SubjectResolver(
            new AccountRegistry(List.of("demo", "sample"), List.of(anna, hr, hrElsewhere)), directory);

    @BeforeEach
    void theDirectoryWasRead() {
        directory.markComplete();
    }

    @Test
    void an_account_is_the_person_with_its_address() {
        directory.list(listing("demo", "p-1", "Anna@Demo.example"));

        assertThat(subject(subjects.of(anna)).id()).isEqualTo("p-1");
    }

    @Test
    void an_address_of_another_organisation_is_nobody() {
        directory.list(listing("sample", "p-1", "anna@demo.example"));

        assertThat(subjects.of(anna)).isInstanceOf(NotListedYet.class);
    }

    @Test
    void two_people_with_one_address_are_nobody() {
        directory.list(listing("demo", "p-1", "anna@demo.example"));
        directory.list(listing("demo", "p-2", "anna@demo.example"));
        assertThat(subjects.of(anna)).isInstanceOf(NotListedYet.class);

        directory.forget("demo", "p-2");
        assertThat(subject(subjects.of(anna)).id()).isEqualTo("p-1");
    }

    @Test
    void a_new_address_replaces_the_old_one() {
        directory.list(listing("demo", "p-1", "anna@demo.example"));
        directory.list(listing("demo", "p-1", "anna.new@demo.example"));

        assertThat(subjects.of(anna)).isInstanceOf(NotListedYet.class);
        assertThat(subject(subjects.named("demo", "anna.new@demo.example")).id())
                .isEqualTo("p-1");
    }

    @Test
    void an_erased_person_is_nobody() {
        directory.list(listing("demo", "p-1", "anna@demo.example"));
        directory.forget("demo", "p-1");

        assertThat(subjects.of(anna)).isInstanceOf(NotListedYet.class);
        assertThat(subjects.named("demo", "p-1")).isInstanceOf(Unknown.class);
    }

    @Test
    void an_outsider_has_a_stable_id_of_its_own_in_each_organisation() {
        String id = subject(subjects.of(hr)).id();

        assertThat(subject(subjects.of(hr)).id()).isEqualTo(id);
        assertThat(subject(subjects.of(hrElsewhere)).id()).isNotEqualTo(id);
    }

    @Test
    void anybody_in_the_directory_can_be_named_by_address_or_id_within_the_organisation() {
        directory.list(listing("sample", "p-9", "w@sample.example"));

        assertThat(subject(subjects.named("sample", "w@sample.example")).id()).isEqualTo("p-9");
        assertThat(subject(subjects.named("sample", "p-9")).roles())
                .containsExactlyInAnyOrder(TokenRole.EMPLOYEE, TokenRole.MANAGER);
        assertThat(subjects.named("demo", "p-9")).isInstanceOf(Unknown.class);
        assertThat(subjects.named("nowhere", "p-9")).isInstanceOf(Unknown.class);
    }

    @Test
    void nobody_is_judged_by_a_directory_that_is_still_being_read() {
        SubjectResolver early =
                new SubjectResolver(new AccountRegistry(List.of("demo"), List.of(hr)), new PersonDirectory());

        assertThat(early.of(hr)).isInstanceOf(DirectoryUnread.class);
        assertThat(early.named("demo", "p-1")).isInstanceOf(DirectoryUnread.class);
    }

    private static TokenSubject subject(Identification answer) {
        return assertThat(answer).asInstanceOf(type(Identified.class)).actual().subject();
    }

    private static LoginAccount account(
            String login, String organisation, String email, TokenRole role, boolean external) {
        return new LoginAccount(
                new AccountName(login, organisation), Optional.of(email), Set.of(role), Language.NL, external);
    }

    private static DirectoryEntry listing(String organisation, String person, String email) {
        return new DirectoryEntry(organisation, person, "Given", "Family", email, Language.NL);
    }
}
