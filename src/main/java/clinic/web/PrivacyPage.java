package clinic.web;

import clinic.patient.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The privacy notice, {@code privacy.xhtml}. */
@Named
@ApplicationScoped
public class PrivacyPage {
    public String getVersion() {
        return Wording.PRIVACY_NOTICE;
    }
}
