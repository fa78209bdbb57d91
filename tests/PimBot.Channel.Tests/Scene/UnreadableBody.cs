namespace PimBot.Channel.Tests.Scene;

/// <summary>A request's body that must stay unread: it knows when somebody tries, and fails.</summary>
internal sealed class UnreadableBody : Stream
{
    public bool WasTouched { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw Touched();

    public override long Position
    {
        get => throw Touched();
        set => throw Touched();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw Touched();

    public override int Read(Span<byte> buffer) => throw Touched();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        throw Touched();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw Touched();

    public override void Flush() => throw Touched();

    public override long Seek(long offset, SeekOrigin origin) => throw Touched();

    public override void SetLength(long value) => throw Touched();

    public override void Write(byte[] buffer, int offset, int count) => throw Touched();

    private InvalidOperationException Touched()
    {
        WasTouched = true;
        return new InvalidOperationException("The body was touched.");
    }
}
