using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>One at a time for each transaction. A gate exists only while somebody is at it.</summary>
internal sealed class TransactionGates
{
    private readonly Dictionary<TransactionId, Gate> gates = [];

    /// <summary>Enters when everybody before is gone.</summary>
    /// <returns>Leaves when it is disposed.</returns>
    public async Task<IDisposable> EnterAsync(TransactionId id, CancellationToken cancellationToken)
    {
        var gate = Come(id);
        try
        {
            await gate.Turn.WaitAsync(cancellationToken);
            return gate;
        }
        catch
        {
            Go(gate);
            throw;
        }
    }

    private Gate Come(TransactionId id)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(id, out var gate))
            {
                gate = new Gate(this, id);
                gates.Add(id, gate);
            }

            gate.Here++;
            return gate;
        }
    }

    private void Go(Gate gate)
    {
        lock (gates)
        {
            if (--gate.Here == 0)
            {
                gates.Remove(gate.Id);
                gate.Turn.Dispose();
            }
        }
    }

    private sealed class Gate(TransactionGates owner, TransactionId id) : IDisposable
    {
        public TransactionId Id => id;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Here { get; set; }

        public void Dispose()
        {
            Turn.Release();
            owner.Go(this);
        }
    }
}
