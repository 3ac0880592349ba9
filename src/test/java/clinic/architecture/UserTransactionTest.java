package clinic.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Tests begin transactions of their own as clinic.testing.Transactions says. */
@AnalyzeClasses(packages = "clinic", importOptions = ImportOption.OnlyIncludeTests.class)
class UserTransactionTest {
    @ArchTest
    static final ArchRule NOBODY_ASKS_FOR_IT = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.UserTransaction")
            .because("Payara refuses it now and then when a worker runs beside");
}
