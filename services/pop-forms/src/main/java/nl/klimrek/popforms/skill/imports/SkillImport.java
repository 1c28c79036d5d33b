package nl.klimrek.popforms.skill.imports;

import java.time.Clock;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.skill.SkillFile;
import nl.klimrek.popforms.skill.SkillList;
import nl.klimrek.popforms.skill.SkillRepository;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import org.springframework.stereotype.Component;

/** Imports files of skills. People find the new version when the whole file was taken. */
@Component
public class SkillImport {

    private final SkillRepository skills;
    private final AggregateStore<SkillList> lists;
    private final Clock clock;

    SkillImport(SkillRepository skills, AggregateStore<SkillList> lists, Clock clock) {
        this.skills = skills;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Begins or resumes a file.
     *
     * @throws nl.klimrek.eventing.RefusedException {@code csv-heading-invalid} when the heading lacks what it must have
     */
    public RowReader reader(ImportJob job, List<String> heading) {
        SkillFile file = SkillFile.parse(job.request().source());
        SkillFileShape shape = SkillFileShape.of(file.list().scheme(), heading);
        return new SkillRowReader(job, file, new SkillRowParser(shape, heading), skills);
    }

    /** Every row has its result. */
    public void finished(ImportJob job) {
        if (job.request().dryRun()) {
            return;
        }
        SkillFile file = SkillFile.parse(job.request().source());
        long setAside = job.count(RowOutcome.SET_ASIDE);
        lists.handle(
                Key.of(job.owner(), SkillList.idOf(file.list().scheme())),
                job.context(),
                before -> SkillList.imported(
                        before.orElse(null), file, job.id(), job.processed() - setAside, setAside, clock.instant()));
    }
}
