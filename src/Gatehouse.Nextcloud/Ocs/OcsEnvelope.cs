namespace Gatehouse.Nextcloud.Ocs;

/// <summary>The envelope of OCS: <c>{"ocs":{"meta":…,"data":…}}</c>.</summary>
internal sealed record OcsEnvelope<T>(OcsBody<T>? Ocs);
