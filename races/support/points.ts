/** A copy of the package with a second kind of tender: points, which cover what they are wanted for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = process.env.PROJECT!;

const POINTS = `
public with sharing class RacePoints extends TenderType {
    public override String name() {
        return 'RacePoints';
    }
    public override String describe(Cart_Tender__c chosen, Placement placement) {
        return 'Points';
    }
    public override Decimal cover(Cart_Tender__c chosen, Decimal remaining, Placement placement) {
        return remaining;
    }
    public override void hold(List<Payment__c> tenders, Placement placement) {
        for (Payment__c tender : tenders) {
            tender.Status__c = PaymentStates.AUTHORIZED;
        }
    }
    public override void confirm(List<Payment__c> tenders, Placement placement) {
        take(tenders, PaymentStates.CAPTURED);
    }
    public override void release(List<Payment__c> tenders, Placement placement) {
        take(tenders, PaymentStates.CANCELLED);
    }
    private static void take(List<Payment__c> tenders, String status) {
        List<Transition> steps = new List<Transition>();
        for (Payment__c tender : tenders) {
            steps.add(new Transition(tender, status));
        }
        PaymentStates.STEPS.take(steps, StateMachine.Actor.AUTOMATION);
    }
    public override RefundResult refund(RefundRequest request) {
        return new RefundResult(RefundResult.DONE, null, null);
    }
}`;
const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;

/** @returns the folder of the copy and how to remove it */
export function withPoints(): { projectDir: string; remove: () => void } {
  const projectDir = mkdtempSync(join(tmpdir(), 'race-points-'));
  for (const part of ['force-app', 'subscriber-config', 'site-template', 'sfdx-project.json'])
    cpSync(join(project, part), join(projectDir, part), { recursive: true });
  const classes = join(projectDir, 'force-app', 'checkout', 'classes');
  writeFileSync(join(classes, 'RacePoints.cls'), POINTS);
  writeFileSync(join(classes, 'RacePoints.cls-meta.xml'), META);
  const registry = join(classes, 'TenderTypes.cls');
  writeFileSync(
    registry,
    readFileSync(registry, 'utf8').replace(/new List<String>\{\s*/, "new List<String>{ 'RacePoints', "),
  );
  return { projectDir, remove: () => rmSync(projectDir, { recursive: true, force: true }) };
}
