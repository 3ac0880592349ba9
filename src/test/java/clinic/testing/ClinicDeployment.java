package clinic.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built application, deployed once for all container tests, with nothing added but the tests themselves. */
@ArquillianSuiteDeployment
public class ClinicDeployment {
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");
    /** Features, whose ITs run inside; the doors' ITs knock from outside. */
    private static final Set<String> INSIDE = Set.of(
            "booking",
            "protocol",
            "planner",
            "infusion",
            "house",
            "calendar",
            "capacity",
            "patient",
            "notification",
            "platform",
            "jobs");

    @Deployment
    public static WebArchive clinic() {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "clinic.war")
                .importFrom(new File(System.getProperty("clinic.war")))
                .as(WebArchive.class);
        testClasses()
                .forEach(file -> war.add(
                        new org.jboss.shrinkwrap.api.asset.FileAsset(file.toFile()),
                        "WEB-INF/classes/" + TEST_CLASSES.relativize(file)));
        List.of(Assertions.class, Awaitility.class, Matcher.class).forEach(type -> war.addAsLibrary(jarOf(type)));
        return war;
    }

    private static List<Path> testClasses() {
        try (Stream<Path> files = Files.walk(TEST_CLASSES.resolve("clinic"))) {
            return files.filter(ClinicDeployment::runsInside).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean runsInside(Path file) {
        String folder = file.getParent().getFileName().toString();
        String name = file.getFileName().toString();
        return INSIDE.contains(folder) && name.matches("(.*IT(\\$.*)?|TestsHaveTime)\\.class")
                || folder.equals("testing") && name.matches("(Fixtures|AtOnce|Transactions)(\\$.*)?\\.class");
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
