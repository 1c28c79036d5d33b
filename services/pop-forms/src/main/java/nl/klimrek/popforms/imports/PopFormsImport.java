package nl.klimrek.popforms.imports;

import java.util.List;
import nl.klimrek.popforms.catalogue.imports.CatalogueImport;
import nl.klimrek.popforms.skill.imports.SkillImport;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowReader;
import org.springframework.stereotype.Component;

/** Gives each file to what reads its kind: a catalogue, or a list of skills. */
@Component
final class PopFormsImport implements RowImport {

    private final SkillImport skills;
    private final CatalogueImport catalogues;

    PopFormsImport(SkillImport skills, CatalogueImport catalogues) {
        this.skills = skills;
        this.catalogues = catalogues;
    }

    @Override
    public RowReader reader(ImportJob job, List<String> heading) {
        return CatalogueImport.kind(job.request())
                .map(kind -> catalogues.reader(kind, job, heading))
                .orElseGet(() -> skills.reader(job, heading));
    }

    @Override
    public void finished(ImportJob job) {
        CatalogueImport.kind(job.request())
                .ifPresentOrElse(kind -> catalogues.finished(kind, job), () -> skills.finished(job));
    }
}
