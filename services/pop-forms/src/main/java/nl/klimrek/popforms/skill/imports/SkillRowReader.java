package nl.klimrek.popforms.skill.imports;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillFile;
import nl.klimrek.popforms.skill.SkillName;
import nl.klimrek.popforms.skill.SkillRepository;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowChange;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;

/**
 * Takes the rows of one file of skills. A code that comes again with the same name is one skill, as in O*NET's table of jobs and skills;
 * with another name it is set aside.
 */
final class SkillRowReader implements RowReader {

    private final ImportJob job;
    private final SkillFile file;
    private final SkillRowParser rows;
    private final SkillRepository skills;
    private final Map<String, String> labels = new ConcurrentHashMap<>();

    SkillRowReader(ImportJob job, SkillFile file, SkillRowParser rows, SkillRepository skills) {
        this.job = job;
        this.file = file;
        this.rows = rows;
        this.skills = skills;
    }

    @Override
    public List<RowFault> check(TableRow row) {
        return rows.parse(row).faults();
    }

    @Override
    public String subject(TableRow row) {
        return rows.code(row);
    }

    @Override
    public RowResult preview(TableRow row) {
        return result(row, false);
    }

    @Override
    public RowResult apply(TableRow row) {
        return result(row, true);
    }

    @Override
    public void passed(TableRow row) {
        SkillRowParser.Parsed parsed = rows.parse(row);
        if (parsed.faults().isEmpty()) {
            labels.putIfAbsent(parsed.code(), parsed.name().label());
        }
    }

    private RowResult result(TableRow row, boolean apply) {
        SkillRowParser.Parsed parsed = rows.parse(row);
        if (!parsed.faults().isEmpty()) {
            return RowResult.setAside(row.number(), row.line(), parsed.faults());
        }
        String label = parsed.name().label();
        String earlier = labels.putIfAbsent(parsed.code(), label);
        if (earlier != null && !earlier.equals(label)) {
            return RowResult.setAside(row.number(), row.line(), List.of(rows.twice()));
        }
        ListedSkill before =
                skills.find(job.owner(), file.list(), parsed.code()).orElse(null);
        SkillName nameBefore = before == null ? null : before.names().get(file.language());
        boolean same = parsed.name().equals(nameBefore)
                && before != null
                && before.matches().equals(parsed.matches());
        if (apply && earlier == null && !same) {
            skills.put(job.owner(), file, parsed.code(), parsed.name(), parsed.matches());
        }
        RowOutcome outcome = earlier != null || same
                ? RowOutcome.UNCHANGED
                : nameBefore == null ? RowOutcome.NEW : RowOutcome.CHANGED;
        return new RowResult(
                row.number(),
                row.line(),
                outcome,
                null,
                List.of(new RowChange("label", nameBefore == null ? null : nameBefore.label(), label)),
                List.of(),
                null,
                Map.of("code", parsed.code()));
    }
}
