package clinic.jobs;

import clinic.booking.DemoClinic;
import clinic.booking.DemonstrationDesk;
import clinic.booking.FirstStartDesk;
import clinic.booking.HouseKeeping;
import clinic.booking.LinkDesk;
import clinic.infusion.DemoSeries;
import clinic.infusion.RepairDesk;
import clinic.notification.LetterDesk;
import clinic.patient.PatientIndexDesk;
import clinic.security.FirstAccounts;
import clinic.security.SweepDesk;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When the house is opened, and every night: furnishes it the first time, rolls the ledger, sweeps. */
@Startup
@Singleton
@DependsOn("SecretGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class StartOfDay {
    @Inject
    private FirstStartDesk firstStart;

    @Inject
    private HouseKeeping houseKeeping;

    @Inject
    private LinkDesk links;

    @Inject
    private RepairDesk repairs;

    @Inject
    private LetterDesk letters;

    @Inject
    private FirstAccounts firstAccounts;

    @Inject
    private SweepDesk doors;

    @Inject
    private PatientIndexDesk patients;

    @Inject
    private DemoClinic demo;

    @Inject
    private DemoSeries demoSeries;

    @Inject
    private DemonstrationDesk demonstration;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demoMode;

    @PostConstruct
    void open() {
        firstStart.furnish();
        houseKeeping.rollForward();
        while (patients.fill()) {
            // the next hundreds, after an upgrade
        }
        firstAccounts.open();
        if (demoMode) {
            demonstration.alone(this::fill);
        }
    }

    private void fill() {
        if (demonstration.areMissing()) {
            demo.bookSomeVisits();
            demoSeries.bookSomeSeries();
            demonstration.areAllThere();
        }
    }

    /** Hourly rather than at midnight: a demonstration's clock has a midnight of its own, and rolling again is cheap. */
    @Schedule(hour = "*", minute = "7", persistent = false)
    void everyHour() {
        houseKeeping.rollForward();
        houseKeeping.sweep();
        links.sweep();
        repairs.sweep();
        doors.sweep();
        while (letters.sweep()) {
            // the next thousand
        }
    }
}
