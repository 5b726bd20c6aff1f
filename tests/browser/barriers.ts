import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * axe in the page itself, with all of its rules. No page here holds a frame; to reach into frames axe would open another window each
 * time, which takes longer than all of its rules.
 */
export const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();
