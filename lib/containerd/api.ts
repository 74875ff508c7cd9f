/**
 * What containerd and a shim say to each other, as data: names, numbers and types.
 *
 * @see github.com/containerd/containerd/api v1.12.0: runtime/task/v3, runtime/bootstrap/v1, events,
 *   services/events/v1, services/ttrpc/events/v1, types
 * @see github.com/containerd/ttrpc v1.2.10: request.proto
 */

// One line a method: service, name, request, response.
export const METHODS = `
containerd.task.v3.Task State StateRequest StateResponse
containerd.task.v3.Task Create CreateTaskRequest CreateTaskResponse
containerd.task.v3.Task Start StartRequest StartResponse
containerd.task.v3.Task Delete DeleteRequest DeleteResponse
containerd.task.v3.Task Pids PidsRequest PidsResponse
containerd.task.v3.Task Pause PauseRequest Empty
containerd.task.v3.Task Resume ResumeRequest Empty
containerd.task.v3.Task Checkpoint CheckpointTaskRequest Empty
containerd.task.v3.Task Kill KillRequest Empty
containerd.task.v3.Task Exec ExecProcessRequest Empty
containerd.task.v3.Task ResizePty ResizePtyRequest Empty
containerd.task.v3.Task CloseIO CloseIORequest Empty
containerd.task.v3.Task Update UpdateTaskRequest Empty
containerd.task.v3.Task Wait WaitRequest WaitResponse
containerd.task.v3.Task Stats StatsRequest StatsResponse
containerd.task.v3.Task Connect ConnectRequest ConnectResponse
containerd.task.v3.Task Shutdown ShutdownRequest Empty
containerd.services.events.ttrpc.v1.Events Forward ForwardRequest Empty
`

// One line an enumeration: its name, then number and name of each value.
export const ENUMS = `
Status: 0 UNKNOWN, 1 CREATED, 2 RUNNING, 3 STOPPED, 4 PAUSED, 5 PAUSING
LogLevel: 0 LOG_LEVEL_INFO, -8 LOG_LEVEL_TRACE, -4 LOG_LEVEL_DEBUG, 4 LOG_LEVEL_WARN, 8 LOG_LEVEL_ERROR, 10 LOG_LEVEL_FATAL, 12 LOG_LEVEL_PANIC
Capability: 0 CAPABILITY_UNSPECIFIED
`

// One line a message: its name, then number, name and type of each field.
export const MESSAGES = `
Request: 1 service string, 2 method string, 3 payload bytes, 4 timeout_nano int64, 5 metadata KeyValue[]
Response: 1 status RpcStatus, 2 payload bytes
KeyValue: 1 key string, 2 value string
RpcStatus: 1 code int32, 2 message string, 3 details Any[]
Any: 1 type_url string, 2 value bytes
Empty:
Timestamp: 1 seconds int64, 2 nanos int32
Mount: 1 type string, 2 source string, 3 target string, 4 options string[]
BootstrapParams: 1 instance_id string, 2 namespace string, 3 log_level LogLevel, 4 containerd_version string, 5 containerd_ttrpc_address string, 6 containerd_grpc_address string, 7 containerd_binary string, 8 extensions Extension[], 9 socket_dir string?
BootstrapResult: 1 version int32, 2 address string, 3 protocol string, 4 capabilities Capability[], 5 metadata map<string string>, 6 extensions Extension[]
Extension: 1 value Any
RuntimeInfo: 1 name string, 2 version RuntimeVersion, 3 options Any, 4 features Any, 5 annotations map<string string>
RuntimeVersion: 1 version string, 2 revision string
Options: 1 no_pivot_root bool, 2 no_new_keyring bool, 3 shim_cgroup string, 4 io_uid uint32, 5 io_gid uint32, 6 binary_name string, 7 root string, 9 systemd_cgroup bool, 10 criu_image_path string, 11 criu_work_path string, 12 task_api_address string, 13 task_api_version uint32
ProcessDetails: 1 exec_id string
ProcessInfo: 1 pid uint32, 2 info Any
StateRequest: 1 id string, 2 exec_id string
StateResponse: 1 id string, 2 bundle string, 3 pid uint32, 4 status Status, 5 stdin string, 6 stdout string, 7 stderr string, 8 terminal bool, 9 exit_status uint32, 10 exited_at Timestamp, 11 exec_id string
CreateTaskRequest: 1 id string, 2 bundle string, 3 rootfs Mount[], 4 terminal bool, 5 stdin string, 6 stdout string, 7 stderr string, 8 checkpoint string, 9 parent_checkpoint string, 10 options Any
CreateTaskResponse: 1 pid uint32
StartRequest: 1 id string, 2 exec_id string
StartResponse: 1 pid uint32
DeleteRequest: 1 id string, 2 exec_id string
DeleteResponse: 1 pid uint32, 2 exit_status uint32, 3 exited_at Timestamp
PidsRequest: 1 id string
PidsResponse: 1 processes ProcessInfo[]
PauseRequest: 1 id string
ResumeRequest: 1 id string
CheckpointTaskRequest: 1 id string, 2 path string, 3 options Any
KillRequest: 1 id string, 2 exec_id string, 3 signal uint32, 4 all bool
ExecProcessRequest: 1 id string, 2 exec_id string, 3 terminal bool, 4 stdin string, 5 stdout string, 6 stderr string, 7 spec Any
ResizePtyRequest: 1 id string, 2 exec_id string, 3 width uint32, 4 height uint32
CloseIORequest: 1 id string, 2 exec_id string, 3 stdin bool
UpdateTaskRequest: 1 id string, 2 resources Any, 3 annotations map<string string>
WaitRequest: 1 id string, 2 exec_id string
WaitResponse: 1 exit_status uint32, 2 exited_at Timestamp
StatsRequest: 1 id string
StatsResponse: 1 stats Any
ConnectRequest: 1 id string
ConnectResponse: 1 shim_pid uint32, 2 task_pid uint32, 3 version string
ShutdownRequest: 1 id string, 2 now bool
ForwardRequest: 1 envelope Envelope
SubscribeRequest: 1 filters string[]
Envelope: 1 timestamp Timestamp, 2 namespace string, 3 topic string, 4 event Any
ContainerCreate: 1 id string, 2 image string, 3 runtime ContainerRuntime
ContainerRuntime: 1 name string, 2 options Any
ContainerUpdate: 1 id string, 2 image string, 3 labels map<string string>, 4 snapshot_key string
ContainerDelete: 1 id string
ContentCreate: 1 digest string, 2 size int64, 3 mediaType string
ContentDelete: 1 digest string
ImageCreate: 1 name string, 2 labels map<string string>
ImageUpdate: 1 name string, 2 labels map<string string>
ImageDelete: 1 name string
NamespaceCreate: 1 name string, 2 labels map<string string>
NamespaceUpdate: 1 name string, 2 labels map<string string>
NamespaceDelete: 1 name string
SandboxCreate: 1 sandbox_id string
SandboxStart: 1 sandbox_id string
SandboxExit: 1 sandbox_id string, 2 exit_status uint32, 3 exited_at Timestamp
SnapshotPrepare: 1 key string, 2 parent string, 5 snapshotter string
SnapshotCommit: 1 key string, 2 name string, 5 snapshotter string
SnapshotRemove: 1 key string, 5 snapshotter string
TaskCreate: 1 container_id string, 2 bundle string, 3 rootfs Mount[], 4 io TaskIO, 5 checkpoint string, 6 pid uint32
TaskStart: 1 container_id string, 2 pid uint32
TaskDelete: 1 container_id string, 2 pid uint32, 3 exit_status uint32, 4 exited_at Timestamp, 5 id string
TaskIO: 1 stdin string, 2 stdout string, 3 stderr string, 4 terminal bool
TaskExit: 1 container_id string, 2 id string, 3 pid uint32, 4 exit_status uint32, 5 exited_at Timestamp
TaskOOM: 1 container_id string
TaskExecAdded: 1 container_id string, 2 exec_id string
TaskExecStarted: 1 container_id string, 2 exec_id string, 3 pid uint32
TaskPaused: 1 container_id string
TaskResumed: 1 container_id string
TaskCheckpointed: 1 container_id string, 2 checkpoint string
`

/** Packages whose messages stand above; an Any names its message with one of them. */
export const PACKAGES = ['containerd.events', 'containerd.services.images.v1', 'containerd.runc.v1']
