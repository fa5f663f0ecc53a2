import { beforeAll, describe, expect, it } from 'vitest';
import { station } from '#shared/station/station.ts';
import { type Found, named, ofType, resourcesOf } from './read-template.ts';

let prod: readonly Found[];
let demo: readonly Found[];
beforeAll(() => {
  prod = resourcesOf('prod');
  demo = resourcesOf('demo');
});

describe('the table', () => {
  it('is one, keyed by pk and sk, paid by use, forgetting by expiresAt', () => {
    expect(ofType(prod, 'DynamoDB::Table')).toHaveLength(1);
    expect(named(prod, 'Table').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it("finds a destination's waiting rows in order and whole, and due timers by their keys", () => {
    expect(named(prod, 'Table').Properties).toMatchObject({
      LocalSecondaryIndexes: [
        {
          IndexName: 'waiting',
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'waiting', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'dueShard', KeyType: 'HASH' },
            { AttributeName: 'dueAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
    const types = ['pk:S', 'sk:S', 'waiting:S', 'dueShard:S', 'dueAt:N'].map((pair) => {
      const [AttributeName, AttributeType] = pair.split(':');
      return { AttributeName, AttributeType };
    });
    expect(named(prod, 'Table').Properties.AttributeDefinitions).toEqual(types);
  });

  it('can be restored to any moment of the last 35 days', () => {
    expect(named(prod, 'Table').Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it('a station keeps its data when its stack goes; a demo leaves nothing behind', () => {
    expect(named(prod, 'Table')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
    expect(named(prod, 'FilesBucket').DeletionPolicy).toBe('Retain');
    expect(named(demo, 'Table')).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
    expect(demo.filter((resource) => resource.DeletionPolicy !== 'Delete')).toEqual([]);
  });
});

describe('photos and documents', () => {
  it.each(['FilesBucket', 'FilesAccessLog'])(
    '%s is private, encrypted and closed to whoever comes without TLS',
    (id) => {
      expect(named(prod, id).Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      });
      expect(named(prod, `${id}Policy`).Properties.PolicyDocument).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    },
  );

  it('go after the days that the station says, tables and unfinished uploads after a day, and what is erased leaves no version behind', () => {
    const { LifecycleConfiguration, VersioningConfiguration } = named(prod, 'FilesBucket').Properties;
    expect(LifecycleConfiguration).toEqual({
      Rules: [
        { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
        { Status: 'Enabled', Prefix: 'files/', ExpirationInDays: station.keep.fileDays },
        { Status: 'Enabled', Prefix: 'files/day/', ExpirationInDays: 1 },
        { Status: 'Enabled', Prefix: 'erased/', ExpirationInDays: 400 },
      ],
    });
    expect(VersioningConfiguration).toBeUndefined();
  });

  it('leave a trace of who read them', () => {
    expect(JSON.stringify(named(prod, 'FilesBucket').Properties.LoggingConfiguration)).toContain(
      'FilesAccessLog',
    );
  });
});
