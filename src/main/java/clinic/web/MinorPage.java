package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.infusion.Eligibility;
import clinic.infusion.EligibilityDesk;
import clinic.patient.PatientCard;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a prescriber decided about a patient under 18, for {@code staff/patient.xhtml}. */
@Named
@RequestScoped
public class MinorPage {
    @Inject
    private EligibilityDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Words words;

    @Inject
    private VisitWords visitWords;

    @Inject
    private WhoWords who;

    /** The decision with its reason, who made it and when; or that there is none. */
    public String decision(PatientCard card) {
        return desk.on(caller.actor(), card.id(), profile.today())
                .decided()
                .filter(Eligibility::isOfMinor)
                .map(last -> words.say(
                        "patient.minor.decided",
                        who.name(last.by()),
                        visitWords.at(last.at()),
                        last.reason().orElse("")))
                .orElseGet(() -> words.say("patient.minor.open"));
    }
}
