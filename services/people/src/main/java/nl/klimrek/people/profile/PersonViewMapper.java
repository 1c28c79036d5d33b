package nl.klimrek.people.profile;

import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLine.NoManager;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps a person of the roster to its view. */
@Mapper(config = StrictMapping.class)
interface PersonViewMapper {

    @Mapping(target = ".", source = "of.facts")
    @Mapping(target = "person", source = "of.person")
    @Mapping(target = "source", source = "of.source")
    @Mapping(target = "employeeNumber", source = "of.number")
    @Mapping(target = "status", source = "of.status")
    @Mapping(target = "team", expression = "java(of.facts() == null ? null : of.facts().teamCode())")
    @Mapping(target = "teamName", source = "of.facts.team")
    @Mapping(target = "manager", source = "of.reporting.manager")
    @Mapping(target = "managerName", source = "managerName")
    @Mapping(target = "withoutManagerBecause", expression = "java(because(of))")
    PersonView view(Person of, @Nullable String managerName);

    /** The reason for having no manager; null for people who need none. */
    default @Nullable NoManager because(Person of) {
        return of.status() == EmploymentStatus.EMPLOYED ? of.reporting().because() : null;
    }
}
