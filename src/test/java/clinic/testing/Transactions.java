package clinic.testing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionManager;

/**
 * The server's transactions, for tests that begin their own. Its {@code UserTransaction} asks first whether it may be
 * used here, and Payara keeps the answer in a field of the interceptor of {@code @Transactional}, which all threads
 * share: with the worker beside, a call is refused now and then ("Operation not allowed").
 */
@ApplicationScoped
class Transactions {
    @Produces
    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager manager;
}
