/** The tests that are the same wherever the extension runs. They register themselves when they are loaded. */
import './find.test';
import './fix.test';
import './guidance.test';
import './project.test';
import './restart.test';
import './settings.test';
