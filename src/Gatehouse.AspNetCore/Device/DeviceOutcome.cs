using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>
/// A device gets a connection. The code for it has the hash of the device's own code: from that moment on the device, and nobody else, can redeem
/// it. The browser carries nothing away.
/// </summary>
internal sealed class DeviceOutcome(
    Deployment deployment,
    Transactions transactions,
    DeviceRequests requests,
    ClientDirectory clients,
    IConnectionStore connections,
    TraceRing trace,
    TimeProvider time
) : IOutcome
{
    public async Task<OpenTransaction?> WriteAsync(
        OpenTransaction transaction,
        Person person,
        StoredCredential? credential
    )
    {
        var (device, granted) = Authorization(transaction);
        var now = time.GetUtcNow();
        var client =
            await clients.FindApprovedAsync(device.ClientId, device.Document, CancellationToken.None)
            ?? throw new InvalidOperationException("The client of a transaction is no longer known.");
        var until = now + Outcomes.AnswerLifetime;
        var content = transaction.Content with { Progress = null, AnswerUntil = until };
        var next = transactions.Next(transaction, TransactionState.Finished, content);
        var connection = new Connection(
            ConnectionId.New(),
            person,
            client.Id.Hash,
            client.DisplayName,
            deployment.Resource.Value,
            now,
            RevokedAt: null
        );

        // A person who was slow finds the device still asking.
        var code = CodeRecord.ForDevice(
            device.Hash,
            connection.Id,
            client.Id.Hash,
            ScopeSet.Parse(granted),
            device.ExpiresAt > until ? device.ExpiresAt : until
        );
        var entry = new AuditEntry(
            now,
            "connection.made",
            person.Key,
            null,
            $"{client.DisplayName} on a device, {granted}, {device.SupportId}"
        );
        var made = await connections.ConnectAsync(
            new NewConnection(connection, ClientDirectory.Record(client, now), credential, code, next.Stored, entry),
            CancellationToken.None
        );
        if (made is null)
        {
            return null;
        }

        trace.Record(device.Id, $"connection {made} stands; the device can fetch its tokens");
        return next;
    }

    public string? Denial(OpenTransaction transaction) => null;

    public async Task<IResult> FinishAsync(OpenTransaction transaction, HttpContext context)
    {
        var (device, _) = Authorization(transaction);
        if (transaction.Content.IsDenied)
        {
            await requests.DenyAsync(device, context.RequestAborted);
        }

        return new DeviceEndedResult(new DeviceEndedPageModel(device.ClientName, transaction.Content.IsDenied));
    }

    private static DeviceAuthorization Authorization(OpenTransaction transaction) =>
        (DeviceAuthorization)transaction.Content.Purpose;
}
