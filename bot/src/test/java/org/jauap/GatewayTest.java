package org.jauap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** A test of the running gateway: real HTTP on a free port, a real redis-server of its own, the trained model. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "jauap.data-dir=target/test-data/gateway", "jauap.models-dir=target/models",
				"jauap.config-dir=../config", "jauap.accounts.admin-password=correct horse battery",
				"jauap.accounts.admin-api-token=test-token-of-the-administrator", "server.shutdown=immediate" })
public @interface GatewayTest {

}
