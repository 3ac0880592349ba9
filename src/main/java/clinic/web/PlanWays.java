package clinic.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where there is no plan: what is in the way, and what alone would give one. */
@Named
@RequestScoped
public class PlanWays {
    @Inject
    private PlanPage page;

    @Inject
    private PlanWords planWords;

    /** What could be given up, and where that leads; to nowhere where it is not ours to give. */
    public record Way(String text, String link) {}

    public boolean isWanted() {
        return page.none().isPresent();
    }

    public List<String> getBlocked() {
        return page.none().map(planWords::blocked).orElse(List.of());
    }

    public List<Way> getAll() {
        return page.none()
                .map(why -> why.why().relaxations().stream()
                        .map(each -> new Way(
                                planWords.relaxation(each),
                                page.getWishes()
                                        .relaxed(each)
                                        .map(freed -> page.link(freed, new PlannedVisits(List.of()), 0))
                                        .orElse("")))
                        .toList())
                .orElse(List.of());
    }
}
