package nl.klimrek.portal.cycles;

import java.util.List;
import nl.klimrek.portal.cycles.CycleAnswers.Cycle;
import nl.klimrek.portal.cycles.CycleAnswers.Template;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** What these pages ask of the conversations service. */
@Component
class CycleService {
    static final String PATH = "/api/cycles";
    static final String ID = "{id:[A-Za-z0-9_:.@+-]{1,200}}";
    private final Services services;

    CycleService(Services services) {
        this.services = services;
    }

    Section<Cycle> one(Viewer viewer, String id) {
        return services.get(viewer, Service.CONVERSATIONS, PATH + "/" + id, Cycle.class);
    }

    Section<List<Cycle>> all(Viewer viewer) {
        return services.list(viewer, Service.CONVERSATIONS, PATH + "?limit=100", Cycle.class);
    }

    Section<List<Template>> templates(Viewer viewer) {
        return services.list(viewer, Service.CONVERSATIONS, "/api/questions/templates?limit=200", Template.class);
    }
}
