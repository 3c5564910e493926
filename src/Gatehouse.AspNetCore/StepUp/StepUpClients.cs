using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.Clients;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.StepUp;

/// <summary>
/// Which clients finish a step-up: those the registry knows for it, and those the operator names. They are recognised by what they registered with;
/// whoever borrows the name gets another kind of refusal and nothing else.
/// </summary>
internal sealed class StepUpClients(Deployment deployment, IClientStore store)
{
    private readonly GenerationalCache<TokenHash, Answer> known = new(1000);

    public async ValueTask<bool> ContainsAsync(TokenHash client, CancellationToken cancellationToken)
    {
        if (known.Find(client) is not { } answer)
        {
            answer = new Answer(await store.FindAsync(client, cancellationToken) is { } record && Finishes(record));
            known.Add(client, answer);
        }

        return answer.Finishes;
    }

    private bool Finishes(ClientRecord record)
    {
        var name = JsonSerializer.Deserialize(record.Metadata, GatehouseJson.Default.ClientRecordMetadata)?.Name;
        return KnownClients.Recognise(new ClientTraits(record.Id, name))?.Client.FinishesStepUp == true
            || (name is not null && deployment.Options.StepUpClients.Contains(name));
    }

    private sealed record Answer(bool Finishes);
}
